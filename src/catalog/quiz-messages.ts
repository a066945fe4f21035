// The French sentences that say what is wrong with slides/questions.yaml.

export const QUIZ_REASONS = {
  id: 'un identifiant s’écrit en minuscules et tirets, « qui-masque »',
  chapter: 'un chapitre s’écrit comme dans son adresse, « poignee-de-main »',
  list: 'une liste de questions est attendue',
  options: 'une liste de choix est attendue',
  two: 'il faut au moins deux choix',
  rightIs: '« right: true » marque le choix juste ; les autres n’ont pas cette clé',
  yaml: (reason: string) => `YAML illisible : ${reason.split('\n')[0] ?? ''}`,
  twice: (id: string) => `« ${id} » sert deux fois`,
  oneRight: (id: string, count: number) =>
    `« ${id} » doit avoir un seul choix juste : il y en a ${count}`,
} as const;
