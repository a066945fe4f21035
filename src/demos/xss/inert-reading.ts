// Reads HTML as `innerHTML` does, where nothing lives: no image is fetched, no handler compiled, no script run.
import type { Made } from './messages.ts';

/** The chat's own elements around a message: `<div>`, and `<b>` for the pseudo. */
const OWN = 2;

/** Attributes whose value is an address; `javascript:` makes code of it. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'data', 'xlink:href']);
// A browser skips control characters and spaces before it reads a scheme.
const SCRIPT_ADDRESS = /^[\0-\x20]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i;

export type InertReading = {
  readonly made: Made;
  /** What the elements are once read, as HTML again: a whole page would read the original otherwise. */
  readonly html: string;
};

export function readInert(glued: string): InertReading {
  const template = document.createElement('template');
  template.innerHTML = glued;
  const elements = [...template.content.querySelectorAll('*')];
  const attributes = elements.flatMap((element) => [...element.attributes]);
  return {
    made: {
      elements: elements.slice(OWN).map(({ localName }) => localName),
      handlers: attributes.filter(isCode).map(({ name }) => name),
    },
    html: template.innerHTML,
  };
}

const isCode = ({ name, value }: Attr): boolean =>
  name.startsWith('on') || (ADDRESSES.has(name) && SCRIPT_ADDRESS.test(value));
