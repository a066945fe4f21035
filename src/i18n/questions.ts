// The words of the questions inside a step. Spaces as in `fr.ts`: U+202F before ; ! ? and inside « », U+00A0 before :.

export const questionWords = {
  heading: (count: number) => (count > 1 ? 'Les questions' : 'La question'),
  lead: '« Exécuter » vérifie aussi vos réponses. Elles sont gardées ici, comme votre code.',
  leadAlone: '« Exécuter » vérifie vos réponses. Elles sont gardées ici.',
  bytes: (count: number) =>
    count > 1
      ? `Votre réponse, ${count} octets en hexadécimal`
      : 'Votre réponse, un octet en hexadécimal',
  /** Before each verdict: a shape and a word, then a colour. */
  right: 'Juste.',
  wrong: 'Ce n’est pas cela.',
  broken: 'Cette question n’a pas pu être vérifiée.',
  changed: 'Réponse changée depuis la vérification.',
  unjudged: 'Réponse pas encore vérifiée.',
  unanswered: 'Pas encore répondu.',
  source: (source: string) => `Source : ${source}`,
  toBeDrawn: '…',
  notDrawn: 'Les valeurs de cette question n’ont pas pu être chargées. Rechargez la page.',

  status: 'pas encore répondu',
  answer: 'Répondre à la question',
  see: 'Voir la question',
  left: (count: number) =>
    count > 1
      ? `Il reste ${count} questions, sous la consigne.`
      : 'Il reste une question, sous la consigne.',
  allRight: 'Toutes vos réponses sont justes.',
} as const;
