// The French sentences that say what is wrong with labs/parcours.json.

export const ROUTE_REASONS = {
  notJson: 'ce n’est pas du JSON ; regardez les virgules et les guillemets',
  list: 'une liste d’un parcours ou plus est attendue',
  route: 'un parcours est un objet, avec « id », « title » et « steps »',
  id: 'minuscules sans accent, chiffres et tirets seulement',
  title: 'un titre est attendu',
  minutes: 'un nombre entier de minutes est attendu, 1 ou plus',
  steps: 'la liste des numéros d’étapes est attendue, ou « toutes »',
  step: 'une étape s’écrit par son numéro, entre guillemets : « 1.3 »',
  noStep: 'il faut au moins une étape',
  idTwice: (id: string) => `deux parcours s’appellent « ${id} »`,
  titleTwice: (title: string) => `deux parcours ont pour titre « ${title} »`,
  stepTwice: (route: string, step: string) =>
    `le parcours « ${route} » passe deux fois par l’étape ${step}`,
  disorder: (route: string, step: string, before: string) =>
    `le parcours « ${route} » donne l’étape ${step} après ${before} : suivez l’ordre des labos`,
  tooLong: (route: string, minutes: number, most: number) =>
    `le parcours « ${route} » dure ${minutes} minutes, pour ${most} au plus : retirez-en une étape`,
  missingStep: (route: string, step: string) =>
    `le parcours « ${route} » nomme l’étape ${step}, qui n’existe pas encore : il se fait sans elle`,
} as const;

/** What the choice is called where labs/ has no parcours.json. */
export const WHOLE_TITLE = 'Tout';
