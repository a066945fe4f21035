// The script of the visitor page.
import { LiveVisitor } from './live-visitor.ts';

customElements.define('live-visitor', LiveVisitor);
