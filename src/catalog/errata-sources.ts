// Where a source cited by an erratum can be read.

export type SourceLink = { readonly text: string; readonly href: string | null };

/** Sources that have one address, by the name under which errata cite them. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'OWASP, WebSocket Security Cheat Sheet':
    'https://cheatsheetseries.owasp.org/cheatsheets/WebSocket_Security_Cheat_Sheet.html',
  'MDN, API WebSockets': 'https://developer.mozilla.org/fr/docs/Web/API/WebSockets_API',
  'MDN, WebSocket': 'https://developer.mozilla.org/fr/docs/Web/API/WebSocket',
  'MDN, WebSocket.readyState': 'https://developer.mozilla.org/fr/docs/Web/API/WebSocket/readyState',
  'MDN, WebTransport': 'https://developer.mozilla.org/fr/docs/Web/API/WebTransport',
  'MDN, EventSource': 'https://developer.mozilla.org/fr/docs/Web/API/EventSource',
  'MDN, Écrire des applications client WebSocket':
    'https://developer.mozilla.org/fr/docs/Web/API/WebSockets_API/Writing_WebSocket_client_applications',
  'ws, documentation': 'https://github.com/websockets/ws/blob/master/doc/ws.md',
  'Autobahn Testsuite': 'https://github.com/crossbario/autobahn-testsuite',
  'Données de compatibilité de MDN': 'https://github.com/mdn/browser-compat-data',
};

export function sourceLink(text: string): SourceLink {
  const rfc = /^RFC (?<number>\d+)(?: §(?<section>\d+(?:\.\d+)*))?$/.exec(text)?.groups;
  if (rfc !== undefined) {
    const section = rfc.section === undefined ? '' : `#section-${rfc.section}`;
    return { text, href: `https://www.rfc-editor.org/rfc/rfc${rfc.number ?? ''}${section}` };
  }
  if (/^WHATWG WebSockets\b/.test(text)) {
    return { text, href: 'https://websockets.spec.whatwg.org/' };
  }
  return { text, href: ADDRESSES[text] ?? null };
}
