// What step 1.5 says of a choice that is not the right one.
import type { Mistake } from '../../../src/grading/index.ts';

const ORDER_HINT =
  'Parcourez l’offre du client, dans son ordre, et arrêtez-vous au premier nom qui est dans « acceptes ».';

export const CHOSEN = {
  oneOf: (names: readonly string[]) => `un seul de ces noms : ${names.join(', ')}`,
  nothing: (value: string) =>
    `Votre fonction rend ${value} alors qu’un nom est commun aux deux listes.`,
  nothingHint:
    'Affichez les noms que vous découpez dans l’offre : une espace ou une tabulation y reste peut-être.',
  /** No blank of the offer can be the cause. */
  nothingFollow:
    'Suivez votre fonction sur cet appel, nom par nom : lequel est dans les deux listes, et s’y arrête-t-elle ?',
  /** Nor can the names that were looked at. */
  nothingFound:
    'Le nom trouvé ne sort pas de votre fonction : il manque « return », ou il est dans un « forEach », d’où il ne sort que de la petite fonction. Parcourez avec « for … of », ou « find ».',
  list: 'Votre fonction rend une liste ; le contrat demande un seul nom.',
  listHint: 'Rendez le premier nom qui convient : « find » rend un élément, « filter » une liste.',
  notAName: (kind: string) => `Votre fonction rend ${kind} ; le contrat demande un nom, ou null.`,
  notInCommon: (actual: string) =>
    `Votre fonction rend « ${actual} », qui n’est pas un nom commun aux deux listes.`,
  notInCommonHint: ORDER_HINT,
  empty: {
    message: 'Votre fonction rend une chaîne vide alors qu’un nom est commun aux deux listes.',
    hint: ORDER_HINT,
  },
  wholeOffer: {
    message: 'Votre fonction rend l’offre entière.',
    hint: 'Le navigateur refuse une liste : il attend un seul des noms qu’il a proposés.',
  },
  glued: {
    message: 'Votre fonction colle plusieurs noms en un seul.',
    hint: 'C’est l’erreur du support de 2013 (« chatsuperchat ») : un seul gagnant, ou aucun.',
  },
  severalNames: {
    message: 'Votre fonction rend plusieurs noms à la fois.',
    hint: 'Un seul gagnant : arrêtez-vous au premier qui convient.',
  },
  spaces: {
    message: 'Des blancs restent autour du nom.',
    hint: 'Découpez aux virgules, puis « trim() » sur chaque nom.',
  },
  serverOrder: {
    message: 'Votre fonction suit l’ordre du serveur ; c’est celui du client qui décide.',
    hint: ORDER_HINT,
  },
  notTheFirst: {
    message: 'Ce nom est commun, mais le client en propose un autre avant lui.',
    hint: ORDER_HINT,
  },
  offeredOnly: {
    message: 'Votre fonction rend un nom que le serveur ne parle pas.',
    hint: 'Un nom proposé ne suffit pas : il doit aussi être dans « acceptes ».',
  },
  acceptedOnly: {
    message: 'Votre fonction rend un nom que le client n’a pas proposé.',
    hint: 'Le navigateur fermerait la connexion : ne rendez qu’un nom de l’offre.',
  },
  letterCase: {
    message: 'Votre fonction confond deux noms dont la casse diffère.',
    hint: 'Le contrat compare la casse exacte : « Chat » et « chat » sont deux noms.',
  },
  part: {
    message: 'Votre fonction prend un morceau de nom pour un nom.',
    hint: 'Comparez des noms entiers : découpez l’offre aux virgules, puis cherchez dans la liste, pas dans le texte.',
  },
} as const satisfies Record<string, string | ((...words: never[]) => string) | Mistake>;

export const NOTHING = {
  something: (kind: string) => `Aucun nom n’est commun, et votre fonction rend ${kind}.`,
  otherNothing: (value: string) =>
    `Votre fonction rend ${value} ; le contrat demande null quand aucun nom ne convient.`,
  otherNothingHint: 'Terminez par « ?? null », ou par « return null » après la boucle.',
} as const;

export const CHANGED = {
  message: 'Votre fonction modifie la liste « acceptes » qu’on lui a passée.',
  where: 'deuxième argument, après l’appel',
  hint: '« sort », « reverse », « splice », « shift » et « pop » changent le tableau lui-même : copiez-le (« [...acceptes] », « toSorted ») ou lisez-le seulement.',
  sent: (name: string, offered: string | undefined, accepted: string) =>
    `${name}(${offered === undefined ? 'undefined' : `'${offered}'`}, [${accepted}])`,
} as const;
