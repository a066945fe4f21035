// The words of the cards of the close codes.

export const closeCodes = {
  title: 'Qui peut émettre ce code ?',
  prediction: {
    question:
      'Plus de réseau. Dans la page, l’événement close porte le code 1006. Qui l’a envoyé ?',
    choices: [
      'Le serveur, quand il a vu la coupure',
      'Un routeur, sur le chemin',
      'Personne : le navigateur l’a fabriqué',
    ],
    right: 2,
    because: 'Personne : le navigateur le fabrique quand la connexion finit sans trame Close.',
  },
  keys: 'Tab : aller d’une réponse à l’autre · Espace : répondre',
  emitters: {
    both: 'Client ou serveur',
    client: 'Le client seul',
    server: 'Le serveur seul',
    nobody: 'Personne',
  },
  range: (first: number, last: number) => `${first} à ${last}`,
  question: (code: string, number: number, all: number) =>
    `Carte ${number} sur ${all} : qui peut mettre ${code} dans une trame Close ?`,
  allPlaced: 'Toutes les cartes sont placées.',
  start: (all: number) =>
    `${all} cartes, une par code ou par plage. Répondez : chacune se range sous son émetteur.`,
  placed: (code: string, emitter: string) => `${code} : ${emitter.toLowerCase()}, en effet.`,
  misplaced: (code: string, emitter: string) => `${code} : ${emitter.toLowerCase()}.`,
  means: (meaning: string, source: string) => `Sens : ${meaning}. (${source})`,
  api: (isAllowed: boolean) =>
    isAllowed ? `Une page peut le donner à ws.close().` : `Dans une page, ws.close() le refuse.`,
  missed: ', à revoir',
  score: (right: number, all: number) => `${right} cartes sur ${all} placées du premier coup.`,
  over: 'Toutes les cartes sont placées : recommencez pour les revoir dans un autre ordre.',
  showAll: 'Tout montrer',
  shown:
    'Chaque code est sous celui qui peut l’émettre. Trois ne circulent jamais : 1005, 1006 et 1015.',
  again: 'Recommencer',
  caption: 'Les codes de fermeture, selon qui peut les émettre',
  columns: { emitter: 'Émetteur', codes: 'Codes' },
} as const;
