// The French sentences about the head of an HTTP message that a student's code has written.

export const HEAD = {
  textOrBytes: 'une chaîne, ou des octets (Uint8Array, Buffer, ArrayBuffer…)',
  notTextNorBytes: (kind: string) =>
    `Votre fonction rend ${kind} ; le contrat demande une chaîne ou des octets.`,
  notTextNorBytesHint: 'Rendez la réponse entière : une seule chaîne, ou un seul Buffer.',
  linesNotJoined: 'Votre fonction rend les lignes séparées, au lieu d’un seul texte.',
  linesNotJoinedHint: "Joignez-les avant de rendre : « lignes.join('\\r\\n') ».",
  notLatin1: (character: string) =>
    `Le caractère « ${character} » ne tient pas sur un octet : un en-tête HTTP s’écrit en latin1.`,
  notLatin1Hint:
    'Restez à l’ASCII : une apostrophe ou un tiret typographique n’a pas sa place dans un en-tête.',
  where: (line: number, offset: number) => `ligne ${line}, octet ${offset}`,
  whereEnd: (length: number) => `à la fin, après ${length} octets`,

  empty: 'La réponse est vide.',
  emptyHint: 'Vérifiez que la fonction rend le texte qu’elle a construit.',
  escaped: 'La réponse contient les signes « \\r\\n » eux-mêmes, au lieu des caractères ␍ et ␊.',
  escapedHint:
    'Entre guillemets, « \\r\\n » s’écrit avec une seule barre oblique, et sans « String.raw ».',
  blankStart:
    'La réponse commence par une ligne vide : pour un client, c’est l’en-tête qui manque.',
  blankStartHint:
    'Un texte entre accents graves (`…`) commence juste après le premier : écrivez « HTTP/1.1 » aussitôt.',
  indented: 'Une ligne commence par des blancs : pour HTTP, elle continue la précédente.',
  indentedHint:
    'Un texte entre accents graves (`…`) garde l’indentation de votre code : préférez un tableau de lignes.',
  otherEnding: (ending: string) => `Une ligne finit par ${ending} au lieu de ␍␊.`,
  otherEndingHint: 'En HTTP, une ligne finit par CR puis LF : « \\r\\n ».',
  noEmptyLine: 'La ligne vide qui termine l’en-tête manque : le client attend toujours la suite.',
  noEmptyLineHint:
    "Après la dernière ligne, il faut « \\r\\n\\r\\n » : « […, '', ''].join('\\r\\n') ».",
  blankNotEmpty: 'La dernière ligne n’est pas vide : elle contient des blancs.',
  emptyLine: (ending: string) => `${ending} (la ligne vide)`,
  atTheEnd: (text: string) => `… ${text}`,

  after: (count: number) =>
    count > 1
      ? `${count} octets suivent la ligne vide : le client les prendrait pour la suite.`
      : 'Un octet suit la ligne vide : le client le prendrait pour la suite.',
  nothingAfter: 'rien après la ligne vide',
} as const;
