// The words that all demos share.

export const kit = {
  first: 'Prédisez d’abord.',
  unknown: 'Je ne sais pas',
  revealKey: 'R : révéler la réponse',
  /** The letters of the right choice and of the one that was made. */
  outcome: (right: string, guess: string | null) => {
    if (guess === null) return `Réponse ${right}.`;
    return guess === right
      ? `Réponse ${right}, comme vous l’aviez prédit.`
      : `Vous aviez choisi ${guess} ; c’est ${right}.`;
  },
  keys: (own: string) => `${own} · Échap : quitter la figure`,
  notLoaded:
    'La figure à manipuler n’a pas pu être chargée : rechargez la page quand la connexion est revenue.',
} as const;
