// The words of the comparison of a student's code with the solution, and of the guess at a misconception.

export const comparisonWords = {
  open: 'Comparer avec mon code',
  heading: 'Votre code et le corrigé',
  intro:
    'Votre code ne change pas. Un code qui diffère du corrigé peut être tout aussi juste\u00a0: les vérifications en décident.',
  close: 'Fermer',
  ignoreSpaces: 'Ignorer les espaces et les lignes vides',
  loading: 'Comparaison en cours…',
  failed:
    'La comparaison n’a pas pu être chargée\u00a0: le serveur ne répond pas. Réessayez quand il sera revenu.',
  mine: 'Votre code',
  theirs: 'Le corrigé',
  onlyMine: 'Dans votre code seulement\u00a0:',
  onlyTheirs: 'Dans le corrigé seulement\u00a0:',
  changedMine: 'Modifié, dans votre code\u00a0:',
  changedTheirs: 'Modifié, dans le corrigé\u00a0:',
  line: (number: number) => `Ligne ${number}`,
  none: 'Aucune différence.',
  noneButSpaces: 'Aucune différence, aux espaces près.',
  count: (differences: number) =>
    differences > 1 ? `${differences} lignes diffèrent.` : 'Une ligne diffère.',
} as const;

export const misconceptionWords = {
  heading: 'D’où cela peut venir',
} as const;
