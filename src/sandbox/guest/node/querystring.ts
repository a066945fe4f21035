// `node:querystring`, on the standard URLSearchParams' rules for what is escaped.

type Query = Record<string, string | string[]>;
type QueryValue = string | number | boolean | bigint | null | undefined;

/** Node's `unescape` never throws: what is not valid stays as it is. */
export function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(%[\da-f]{2})+/gi, (run) => {
      const bytes = Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16));
      return new TextDecoder().decode(bytes);
    });
  }
}

export function escape(text: unknown): string {
  return encodeURIComponent(String(text));
}

export function parse(text: unknown, separator = '&', equals = '='): Query {
  const query = Object.create(null) as Query;
  if (typeof text !== 'string' || text === '') return query;
  for (const pair of text.split(separator)) {
    if (pair === '') continue;
    const at = pair.indexOf(equals);
    const [rawName, rawValue] =
      at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + equals.length)];
    const name = unescape(rawName.replaceAll('+', ' '));
    const value = unescape(rawValue.replaceAll('+', ' '));
    const known = query[name];
    query[name] = known === undefined ? value : [known, value].flat();
  }
  return query;
}

function primitive(value: unknown): string {
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
}

export function stringify(query: unknown, separator = '&', equals = '='): string {
  if (typeof query !== 'object' || query === null) return '';
  return Object.entries(query as Record<string, QueryValue | QueryValue[]>)
    .flatMap(([name, value]) =>
      [value].flat().map((item) => `${primitive(name)}${equals}${primitive(item)}`),
    )
    .join(separator);
}

const querystring = { parse, stringify, escape, unescape, decode: parse, encode: stringify };
export default querystring;
