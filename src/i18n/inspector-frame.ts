// What the inspector says of a frame; apart, since figures on slides say the same and need no more.

// Made once: `toLocaleString` makes one at each call, and a list has thousands of numbers.
export const WHOLE = new Intl.NumberFormat('fr-FR');

export const count = (number: number, one: string, many: string): string =>
  `${WHOLE.format(number)} ${number > 1 ? many : one}`;
export const bytes = (number: number): string => count(number, 'octet', 'octets');

export const frameTitles = {
  data: (kind: string, size: string, masked: boolean) =>
    `Trame ${kind}, ${size}${masked ? ', masquée' : ''}`,
  fragment: (place: string, kind: string, size: string, masked: boolean) =>
    `${place} d’un message ${kind}, ${size}${masked ? ', masqué' : ''}`,
  places: { first: 'Premier fragment', middle: 'Fragment', last: 'Dernier fragment' },
  control: (kind: string, size: string, masked: boolean) =>
    `${kind}, ${size}${masked ? ', masqué' : ''}`,
  close: (code: string, masked: boolean) => `Fermeture${code}${masked ? ', masquée' : ''}`,
  unknown: (opcode: number) => `Trame d’opcode inconnu (${opcode.toString(16).toUpperCase()})`,
  beginning: 'Début de trame',
} as const;

export const closeRanges = {
  unused: 'en dehors des codes permis',
  protocol: 'réservé au protocole, sans nom',
  registered: 'code enregistré par une bibliothèque ou une application',
  private: 'code privé, convenu entre les deux applications',
  undefined: 'en dehors des codes permis',
} as const;

export const frame = {
  caption: 'Les champs de la trame',
  field: 'Champ',
  bits: 'Bits',
  value: 'Valeur',
  meaning: 'Ce qu’il dit',
  bitRange: (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`),
  names: {
    fin: 'FIN',
    rsv1: 'RSV1',
    rsv2: 'RSV2',
    rsv3: 'RSV3',
    opcode: 'opcode',
    mask: 'MASK',
    'payload-length': 'longueur',
    'extended-payload-length': 'longueur étendue',
    'masking-key': 'clé de masquage',
    'payload-data': 'données',
    'close-code': 'code de fermeture',
    'close-reason': 'raison',
  },
  /** The fields by colour: the key of the pictures. */
  colours: {
    fin: 'FIN et RSV',
    opcode: 'opcode',
    mask: 'MASK et clé',
    length: 'longueur',
    payload: 'données',
  },
  fin: ['d’autres fragments suivent', 'dernier fragment du message'],
  reserved: ['réservé', 'réservé : devrait valoir 0'],
  compressed: 'message compressé par permessage-deflate',
  negotiated: 'utilisé par une extension',
  opcode: {
    continuation: 'suite du message commencé avant',
    text: 'du texte en UTF-8',
    binary: 'des octets quelconques',
    close: 'fermeture de la connexion',
    ping: 'ping : l’autre doit répondre un pong',
    pong: 'pong : réponse à un ping',
    unknown: 'réservé par la RFC',
  },
  mask: ['données en clair, comme un serveur le doit', 'données masquées, comme un client le doit'],
  wrongMask: [
    'données en clair : un client devrait masquer',
    'données masquées : un serveur ne devrait pas',
  ],
  length: (size: number) => `${bytes(size)} de données`,
  length16: '126 : la longueur est dans les 2 octets suivants',
  length64: '127 : la longueur est dans les 8 octets suivants',
  notMinimal: 'une forme plus courte suffisait',
  key: 'chaque octet de données est combiné (XOR) avec l’un de ces 4 octets',
  text: 'du texte en UTF-8',
  textPart: 'une partie du texte, en UTF-8',
  binary: 'des octets quelconques',
  deflated: 'compressé : illisible tel quel',
  control: 'renvoyées telles quelles dans le pong',
  reason: 'pour un journal, non pour l’utilisateur',
  missing: (size: number) => `${bytes(size)} à venir`,
  incomplete: 'incomplet',
  continued: (name: string) => `${name} (suite)`,
  moreBits: (size: number) => `… et ${bytes(size)} de données`,
} as const;
