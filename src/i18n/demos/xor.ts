// The words of the XOR demo.

export const xor = {
  title: 'Le masque, octet par octet',
  prediction: {
    question: 'On masque « Hello » deux fois avec la même clé. Qu’est-ce qui part sur le fil ?',
    choices: [
      'Un message mieux protégé : deux masques valent mieux qu’un',
      '« Hello », en clair',
      'Une trame que le serveur refuse',
    ],
    right: 1,
    because:
      '« Hello » repart en clair, car un XOR avec la même clé défait le précédent : masquer et démasquer sont le même calcul.',
  },
  keys: 'Tab : aller d’un champ à l’autre · ↑ ↓ : changer un octet de la clé',
  text: 'Texte',
  key: 'Clé de masquage, octet par octet',
  keyByte: (rank: number) => `clé ${rank}`,
  drawKey: 'Tirer une clé',
  twice: 'Masquer deux fois',
  caption: 'Chaque octet du texte, combiné (XOR) avec un octet de la clé',
  columns: {
    index: 'i',
    character: 'Signe',
    clear: 'En clair',
    key: 'Clé',
    wire: 'Masqué',
    twice: 'Masqué deux fois',
  },
  space: 'espace',
  keyRank: (rank: number) => `octet ${rank}`,
  more: (count: number) =>
    count > 1
      ? `… et ${count} octets de plus : la clé recommence tous les quatre octets.`
      : '… et 1 octet de plus : la clé recommence tous les quatre octets.',
  empty: 'Écrivez un texte : chacun de ses octets apparaît ici, avec ses bits.',
  notAByte: 'Un octet s’écrit avec deux chiffres hexadécimaux, de 00 à ff.',
  saidOnce: (key: string) =>
    `Masqué avec ${key}. Là où un bit de la clé vaut 1, le bit du texte change ; là où il vaut 0, il reste.`,
  saidZero: 'Une clé de zéros ne change rien : le texte part en clair.',
  saidTwice: 'Masqué deux fois avec la même clé, chaque octet redevient celui du texte.',
  reading: (text: string, key: string) =>
    `« ${text} » masqué avec la clé ${key} : l’octet i est combiné (XOR) avec l’octet i mod 4 de la clé. Masquer une seconde fois avec la même clé rend le texte.`,
} as const;
