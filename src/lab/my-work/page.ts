// The script of the page « Mon travail ».
import { MyWork } from './my-work.ts';

customElements.define('my-work', MyWork);
