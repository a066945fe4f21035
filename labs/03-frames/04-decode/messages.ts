// What step 3.4 says of the bytes that follow a frame, and of memory.
const count = (bytes: number): string => `${bytes} octet${bytes > 1 ? 's' : ''}`;

export const REST = {
  where: 'propriété « reste »',
  sizeWhere: 'propriété « taille »',
  size: '« taille »',
  expected: (length: number, shown: string) =>
    length === 0 ? 'reste : aucun octet' : `reste : ${count(length)} [${shown}]`,
  bytesTaken: (size: string) => `taille : ${size}`,
  missing:
    'Votre résultat ne dit rien des octets qui suivent la trame : ni « reste », ni « taille ».',
  missingAtTheEnd:
    'Rien ne suit cette trame : « reste » est alors un tableau vide, ni null ni undefined.',
  missingHint: 'La trame finit à « debut + longueur » : « reste: octets.slice(debut + longueur) ».',
  lost: 'Les octets qui suivent la trame sont perdus : « reste » est vide.',
  tooEarly: (extra: number) =>
    `« reste » a ${count(extra)} de trop : la trame finit plus loin, ou vous en rendez une partie deux fois.`,
  other: '« reste » ne contient pas les octets qui suivent la trame.',
  otherSize: '« taille » n’est pas le nombre d’octets de la trame.',
  sizeHint: 'Une trame, c’est l’en-tête, clé comprise, puis les données : additionnez les deux.',
  hint: 'La suite commence à « debut + longueur », où « debut » est le premier octet des données.',
} as const;

export const MEMORY = {
  changed: 'Votre fonction modifie « octets », qu’on lui a seulement prêtés.',
  changedWhere: '« octets », après l’appel',
  changedHint:
    '« subarray » montre la mémoire reçue, « slice » la copie : démasquez dans un nouveau tableau.',
  shared: (name: string) =>
    `« ${name} » change quand l’appelant réemploie son tampon, ou appelle de nouveau.`,
  sharedWhere: (name: string) => `« ${name} », relu après les appels suivants`,
  sharedHint:
    '« subarray » ne copie rien : rendez « slice », masquée ou non, pour les données comme pour le reste.',
  bytes: (shown: string) => (shown === '' ? 'aucun octet' : shown),
} as const;
