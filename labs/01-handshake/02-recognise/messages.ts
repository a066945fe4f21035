// What step 1.2 says of an answer: which part of the request was misjudged, and what to look at.

/** A header value as a person may read it, an empty one included. */
const shown = (value: string) => (value === '' ? '(vide)' : value.replaceAll('\t', '␉'));

export const MESSAGES = {
  refusesRight: 'Votre fonction refuse une demande en règle.',
  changesItsMind: 'Votre fonction change de réponse quand la même demande revient.',
  refusesUpgrade: (value: string) => `Votre fonction refuse « Upgrade: ${shown(value)} ».`,
  acceptsUpgrade: (value: string) => `Votre fonction accepte « Upgrade: ${shown(value)} ».`,
  refusesConnection: (value: string) => `Votre fonction refuse « Connection: ${shown(value)} ».`,
  acceptsConnection: (value: string) => `Votre fonction accepte « Connection: ${shown(value)} ».`,
  acceptsMethod: (method: string) => `Votre fonction accepte la méthode ${method}.`,
  acceptsWithout: (names: readonly string[]) =>
    `Votre fonction accepte une demande sans ${names.map((name) => `« ${name} »`).join(' ni ')}.`,
  acceptsOldVersion: 'Votre fonction accepte une demande en HTTP/1.0.',
} as const;

export const HINTS = {
  right:
    "« entetes » est une Map dont les noms sont en minuscules : lisez « entetes.get('upgrade') », et comparez la version à « 1.1 ».",
  state:
    'Ne gardez rien d’un appel à l’autre. Une expression régulière « g » hors de la fonction se souvient de sa dernière position.',
  upgradeCase:
    'Comparez sans la casse : mettez la valeur en minuscules, puis comparez à « websocket ».',
  tokenCase:
    'Le jeton s’écrit dans n’importe quelle casse : mettez-le en minuscules avant de comparer.',
  list: 'Connection est une liste : coupez aux virgules, et cherchez le jeton parmi tous.',
  spaces:
    'Autour d’une virgule il peut y avoir des espaces, des tabulations ou rien : « trim() » sur chaque jeton.',
  method: 'La poignée de main n’existe qu’en GET : comparez « methode » elle-même, entière.',
  both: 'Il faut les deux en-têtes à la fois. Un en-tête absent donne undefined, que « split » et « toLowerCase » ne connaissent pas.',
  protocol: 'Upgrade nomme le protocole demandé : seul « websocket » est le vôtre.',
  token:
    'Comparez chaque jeton de la liste en entier : « includes » sur le texte trouve aussi un morceau de mot.',
  version: 'Le contrat demande HTTP/1.1 : comparez « version », qui vaut ici « 1.0 ».',
} as const;

export const NOTES = {
  notBoolean:
    'Votre fonction ne rend pas toujours true ou false. Seul compte ici ce que sa valeur ferait dans un « if » ; un booléen se relit mieux.',
  looksAtTheKey:
    'Votre fonction refuse une demande sans clé. Ce n’est ni demandé ni compté ici : l’étape 1.4 en décide, avec la bonne réponse HTTP.',
  acceptsList:
    'Votre fonction accepte « Upgrade: websocket, h2c ». La RFC permet de le lire ainsi ; la bibliothèque « ws » refuse. Ce n’est pas compté.',
  acceptsLonger:
    'Votre fonction accepte « Upgrade: websockets », qui est le nom d’un autre protocole. Ce n’est pas compté ; une comparaison entière l’éviterait.',
} as const;

export const where = {
  whole: 'la demande entière',
  header: (name: string, value: string) => `en-tête « ${name} » : ${shown(value)}`,
  property: (name: string, value: string) => `propriété « ${name} » : ${value}`,
  missing: (names: readonly string[]) =>
    `${names.length > 1 ? 'en-têtes absents' : 'en-tête absent'} : ${names.join(', ')}`,
} as const;
