// What step 3.3 says of memory: what was lent, and what was given.

export const NOT_BYTES =
  'Rendez la trame elle-même, d’un seul tenant : en-tête, clé s’il y en a une, données, dans un seul tableau d’octets.';

export const MEMORY = {
  changed: (name: string) => `Votre fonction modifie « ${name} », qu’on lui a seulement prêté.`,
  changedWhere: (name: string) => `« ${name} », après l’appel`,
  changedHint:
    'Écrivez dans un nouveau tableau, celui de la trame : « donnees » et « cle » se lisent seulement.',
  sharedResults:
    'Une trame déjà rendue change à l’appel suivant : vos appels se partagent la même mémoire.',
  sharedResultsWhere: 'première trame, relue après les appels suivants',
  sharedResultsHint:
    'Le tableau rendu se crée dans la fonction, à chaque appel, jamais une fois pour toutes au-dessus d’elle.',
  sharedArgument:
    'La trame change quand l’appelant réemploie « donnees » ou « cle » : c’est la même mémoire.',
  sharedArgumentWhere: 'trame, relue après que « donnees » et « cle » ont été réécrits',
  sharedArgumentHint:
    'Copiez les octets dans la trame : « set », « concat » ou une boucle le font, « subarray » non.',
} as const;
