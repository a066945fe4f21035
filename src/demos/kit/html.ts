// HTML as text, escaped where it is made: the build writes static forms with it, the page draws the same pictures.

/** A piece of HTML that the `html` tag made; nothing else may make one. */
export class Html {
  readonly #text: string;

  constructor(text: string, key: typeof KEY) {
    if (key !== KEY) throw new TypeError('Html comes from the html tag');
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const KEY = Symbol('html');

/** What may stand in a template: text is escaped, pieces are not, lists are joined, `null` is left out. */
export type HtmlPart = string | number | Html | null | readonly HtmlPart[];

/** `` html`<td>${text}</td>` ``: every value is escaped, in text as in a quoted attribute. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const text = strings.raw.map((string, index) => string + textOf(parts[index] ?? null)).join('');
  return new Html(text, KEY);
}

function textOf(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return part.map(textOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
