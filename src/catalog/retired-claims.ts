// What the 2013 deck said and the course must not say again: each claim with its reason and the erratum that retired it.

export type RetiredClaim = {
  /** Read against text in which every space is plain and every apostrophe straight. */
  readonly pattern: RegExp;
  readonly reason: string;
  readonly erratum: `E${number}.${number}`;
};

export const RETIRED_CLAIMS: readonly RetiredClaim[] = [
  // The protocol
  claim(/chatsuperchat/i, 'The server picks one subprotocol; two glued names are none.', 'E5.1'),
  claim(/assure la sécurité/i, 'Masking encrypts nothing: its key is in the frame.', 'E6.6'),
  claim(
    /mask ?\| ?données/i,
    'A frame begins with its header; the key comes after the length.',
    'E6.4',
  ),
  claim(/sous forme de « frame »/i, 'Only the client masks; and a frame is a trame.', 'E6.2'),
  claim(
    /masquées »? ?avec la clé/i,
    'There are two keys, and neither protects the exchange.',
    'E16.2',
  ),
  claim(/empêche\w* les attaques d'intermédiaires/i, 'Only TLS does.', 'E16.2'),
  claim(/constitué de deux parties/i, 'Three: the closing is one.', 'E4.6'),
  claim(/communication [^.\n]*permanente/i, 'Persistent: it may drop at any time.', 'E4.3'),
  claim(/connexion du serveur à une origine/i, 'The browser connects; the server checks.', 'E16.1'),
  claim(/TLS\/SSL|SSL\/TLS/i, 'SSL is forbidden since 2015 (RFC 7568).', 'E10.4'),
  claim(/similaire à HTTPS/i, '`wss` is WebSocket over TLS, not something like it.', 'E10.4'),
  // The browser's API
  claim(
    /en cours de spécification/i,
    'The W3C document was retired in 2021; WHATWG has the standard.',
    'E8.1',
  ),
  claim(/CLOSED ?= ?2/, '2 is CLOSING, 3 is CLOSED.', 'E8.2'),
  claim(/\b2 ?: ?closed\b/i, '2 is CLOSING, 3 is CLOSED.', 'E10.2'),
  claim(
    /\[Constructor\(|attribute Function on|boolean send\(|DOMString URL;/,
    'A draft of 2009.',
    'E8.3',
  ),
  claim(/websocketServerUrl/i, 'Clear text, and an address that is none.', 'E9.3'),
  claim(
    /"WebSocket error : " ?\+ ?e\.data/,
    'Throws a ReferenceError; an error event has no data.',
    'E9.4',
  ),
  claim(/readyState ?={2,3} ?[0-3]\b/, 'The constants, never the numbers.', 'E15.5'),
  claim(
    /!!window\.WebSocket/,
    'It is always there, but not the network; and workers have no window.',
    'E11.3',
  ),
  // Implementations
  claim(
    /Firefox 6(?:\.0)?\+|Chrome 14(?:\.0)?\+|Safari 6\.0\+|Opera 12\.1/,
    'Those spoke drafts, or nobody runs them.',
    'E11.1',
  ),
  claim(/\bIE ?10\b/, 'A dead product.', 'E11.2'),
  claim(/Socket\.io\b/, 'Socket.IO is a protocol of its own, and is spelt so.', 'E11.6'),
  claim(/jwebsocket|Kaazing/i, 'Inactive.', 'E11.7'),
  claim(/tomcat 7|GnuWebsocket4J/i, 'Dead or stopped.', 'E12.2'),
  claim(/pywebsocket/i, 'Archived in 2020; for testing, said its authors.', 'E12.4'),
  claim(/phpwebsocket/i, 'Older than the RFC.', 'E12.5'),
  claim(/QtWebsocket\b/, 'Replaced by Qt WebSockets.', 'E12.6'),
  // The chat
  claim(/\b1337\b/, 'It listened on 8082 and logged 1337.', 'E13.1'),
  claim(
    /require\(['"]websocket['"]\)/,
    'CommonJS, and a laxer library: `ws` as an ES module.',
    'E13.4',
  ),
  claim(/request\.accept\(null,/, 'It refuses every subprotocol.', 'E14.5'),
  claim(/accept\([^)\n]*request\.origin\)/, 'It accepts every origin.', 'E14.1'),
  claim(
    /clients\.push\([^)\n]*\) ?- ?1|clients\.splice\(client,/,
    'The index is stale once an earlier client has left.',
    'E14.2',
  ),
  claim(/utf8Data/, 'Undefined for a binary message: the server exits.', 'E14.3'),
  claim(/\{ ?\/\/ ?alert/, 'The comment swallows the brace.', 'E15.1'),
  // Lines that a copy from the deck would bring back
  claim(/entre un client et un serveur web/i, 'Over TCP; HTTP only opens it.', 'E4.4'),
  claim(/données sont envoyés\b|sécurité des échange\b/i, 'Envoyées, échanges.', 'E6.1'),
  claim(/forment le mask\b/i, 'A new key for each frame, unpredictable.', 'E6.3'),
  claim(/XOR entre les données et le mask\b/i, 'Octet i with octet i mod 4 of the key.', 'E6.5'),
  claim(/Received Message:|Connection open \.\.\./, 'What a user reads is in French.', 'E9.11'),
  claim(/^wsServer = new/, 'Never declared: a ReferenceError in a module.', 'E13.2'),
  claim(/var clients = \[/, 'A Set has no index to go stale.', 'E13.5'),
  claim(/'close', function\(connection\)/, 'It is given a code and a reason.', 'E14.4'),
  claim(/WebSocketConnexion/, 'WebSocketConnection.', 'E14.6'),
  claim(/new WebSocket\("ws:\/\/localhost/, 'Once deployed, the machine of the visitor.', 'E15.3'),
  claim(/polling\/long-polling/i, 'Scrutation, scrutation longue.', 'E16.7'),
  // Words
  claim(/\b(?:les?|des|un|une|du|aux?) websockets?\b/, 'WebSocket is a proper noun.', 'E0.1'),
  claim(/\blibrairies?\b/i, 'Des bibliothèques.', 'E11.5'),
  claim(/ne supporte(?:nt)? pas/i, 'Ne prend pas en charge.', 'E11.5'),
  claim(/bi-directionnel/i, 'Bidirectionnel.', 'E4.2'),
  claim(/temps-réel/i, 'Temps réel.', 'E4.2'),
  claim(/\bcoté (?:client|serveur)/i, 'Côté.', 'E3.1'),
  claim(/\bsous protocoles?\b|subprotocole/i, 'Sous-protocole.', 'E9.9'),
  claim(/\bEtat\b/, 'État.', 'E10.1'),
  claim(/\bWeb RTC\b|Server Sent Events/, 'WebRTC, Server-Sent Events.', 'E2.2'),
  claim(/\bAJAX\b/, 'Fetch.', 'E2.3'),
  claim(/\b(?:avec|en|et) nodejs\b/i, 'Node.js.', 'E13.8'),
];

/** Files that quote a claim on purpose, by the beginning of their paths, with the reason. */
export const QUOTED_IN: Readonly<Record<string, string>> = {
  'labs/01-handshake/05-subprotocol/': 'The lab rejects the answer of 2013 by its name.',
  'labs/01-handshake/08-repair/': 'The debugging exercise repairs the server of 2013.',
  'labs/05-chat/01-server/': 'The lab starts from the server of 2013, and says what it claims.',
  'labs/05-chat/02-registry/': 'The registry of 2013, to be repaired.',
  'labs/05-chat/03-broadcast/':
    'The step says what the binary message of 2013 did; solutions vary.',
  'labs/05-chat/07-page/right/class-page': 'A learner names a class without its accent.',
  'slides/codes/api/erreur-2013': 'The listener that fails, run by a test.',
  'slides/codes/chat/a-reparer/': 'The chat of 2013, to be repaired.',
  'slides/codes/protocole/reponse-2013': 'The answer of 2013, refused by a test.',
  'slides/errata.yaml': 'The corrections themselves.',
};

/** A line that names the deck of 2013, or a trap, quotes what it warns of. */
const QUOTES = /\b2013\b|^\*\*Piège\*\* ?:/;

function claim(pattern: RegExp, reason: string, erratum: RetiredClaim['erratum']): RetiredClaim {
  return { pattern, reason, erratum };
}

/** The lines of `text` on which a retired claim stands, one-based. */
export function retiredLines(
  text: string,
): readonly { readonly line: number; readonly claim: RetiredClaim }[] {
  const lines = text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'")
    .split('\n');
  return lines.flatMap((line, index) =>
    QUOTES.test(line)
      ? []
      : RETIRED_CLAIMS.filter(({ pattern }) => pattern.test(line)).map((found) => ({
          line: index + 1,
          claim: found,
        })),
  );
}
