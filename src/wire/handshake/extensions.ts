// The Sec-WebSocket-Extensions header: extensions offered or accepted, with their parameters (RFC 6455 §9.1).
import { isToken, parseQuotedString, splitList, splitOutsideQuotes } from './header-grammar.ts';

export type ExtensionParameter = {
  readonly name: string;
  /** `null` when the parameter has a name and nothing else. */
  readonly value: string | null;
};

export type Extension = {
  readonly name: string;
  /** In order; the same name may come twice. */
  readonly parameters: readonly ExtensionParameter[];
};

/** The extensions of a header's value, by order of preference, or `null` when its grammar is broken. */
export function parseExtensions(value: string): Extension[] | null {
  const extensions = splitList(value).map(parseExtension);
  return extensions.length > 0 && extensions.every((it) => it !== null) ? extensions : null;
}

export function serialiseExtensions(extensions: readonly Extension[]): string {
  return extensions
    .map(({ name, parameters }) => [name, ...parameters.map(serialiseParameter)].join('; '))
    .join(', ');
}

/** extension = extension-token *( ";" extension-param ) */
function parseExtension(text: string): Extension | null {
  const [name = '', ...rest] = splitOutsideQuotes(text, ';');
  const parameters = rest.map(parseParameter);
  if (!isToken(name) || !parameters.every((it) => it !== null)) return null;
  return { name, parameters };
}

/** extension-param = token [ "=" ( token | quoted-string ) ] */
function parseParameter(text: string): ExtensionParameter | null {
  const equals = text.indexOf('=');
  if (equals === -1) return isToken(text) ? { name: text, value: null } : null;
  const name = text.slice(0, equals);
  const written = text.slice(equals + 1);
  // Once its quotes are removed, the value must be a token all the same.
  const value = parseQuotedString(written) ?? written;
  return isToken(name) && isToken(value) ? { name, value } : null;
}

function serialiseParameter({ name, value }: ExtensionParameter): string {
  return value === null ? name : `${name}=${value}`;
}
