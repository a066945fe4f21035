// The page of the inspector's browser tests: the element, and what pushes events into it.
import { WireInspector } from '../../src/lab/inspector/index.ts';
import '../../src/styles/base.css';
import '../../src/styles/code.css';
import '../../src/styles/controls.css';
import '../../src/styles/inspector.css';

customElements.define('wire-inspector', WireInspector);
