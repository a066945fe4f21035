// The words of the accept calculator.

export const accept = {
  title: 'De la clé à la preuve',
  prediction: {
    question: 'Un serveur reçoit « Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ== ». Que hache-t-il ?',
    choices: [
      'Les 16 octets que cette base64 représente, puis le GUID',
      'Ce texte tel quel, puis le GUID',
      'Le GUID, puis ce texte',
      'Ce texte seul',
    ],
    right: 1,
    because: 'Le serveur hache le texte de la clé, sans le décoder, suivi du GUID.',
  },
  keys: 'Tab : aller d’un champ à l’autre · Flèches : changer de calcul',
  key: 'Sec-WebSocket-Key',
  drawKey: 'Tirer une clé',
  method: 'Calcul',
  methods: {
    rfc: 'Comme la RFC',
    decoded: 'Décoder la clé d’abord',
    lower: 'GUID en minuscules',
    hex: 'Hexadécimal, puis base64',
  },
  stages: {
    hashed: 'Haché : clé, puis GUID',
    hashedBytes: 'Haché : 16 octets, puis GUID',
    digest: 'SHA-1 : 20 octets',
    encoded: 'Encodé : ces 20 octets',
    encodedHex: 'Encodé : 40 chiffres, en texte',
    accept: 'Base64 : Sec-WebSocket-Accept',
  },
  here: 'L’écart est ici.',
  accepted: '✓ le client accepte',
  refused: '✗ le client refuse',
  caption: 'Ce que donnent les erreurs courantes, pour la même clé',
  columns: { method: 'Calcul', accept: 'Valeur', client: 'Le client' },
  notBase64: 'impossible',
  right: 'Vingt octets font 28 lettres en base64, dont un « = » de remplissage. (RFC 6455 §4.2.2)',
  changed: (changed: number, all: number) =>
    `La clé a changé : ${changed} lettres de la preuve sur ${all} ont changé avec elle.`,
  mistakes: {
    decoded:
      'Hacher les octets de la clé au lieu de son texte donne 20 autres octets : le client ferme la connexion.',
    lower: 'Le GUID se hache en majuscules, lettre pour lettre : le client ferme la connexion.',
    hex: 'Encoder les chiffres hexadécimaux donne 56 lettres au lieu de 28 : une valeur trop longue se reconnaît d’un coup d’œil.',
  },
  notAKey: 'Cette clé n’est pas la base64 de 16 octets : un serveur répond 400. (RFC 6455 §4.2.1)',
  notAscii: 'Une clé s’écrit en lettres et signes ASCII, sans espace au milieu.',
  cannotDecode: 'Cette clé n’est pas de la base64 : il n’y a rien à décoder.',
} as const;
