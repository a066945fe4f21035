// What step 2.3 says of chunks: which one came out wrong, and what was done to it.
import { hexadecimal, type Mistake } from '../../../src/grading/index.ts';

const bytes = (data: Uint8Array): string => `Uint8Array [${hexadecimal(data)}]`;

export const SENT = {
  function: (data: Uint8Array, key: Uint8Array, offset: number | null) =>
    `masquer(${bytes(data)}, ${bytes(key)}${offset === null ? '' : `, ${offset}`})`,
  factory: (data: Uint8Array, key: Uint8Array, offset: number) =>
    `demasquer(${bytes(data)}), où demasquer = creerDemasqueur(${bytes(key)}) a déjà vu ${offset} octet${offset > 1 ? 's' : ''}`,
} as const;

export const CHUNK = {
  cut: (cut: number, size: number) => `trame de ${size} octets, coupée après l’octet ${cut}`,
  threw: (name: string, what: string) => `${name} a lancé une exception : ${what}`,
  threwHint: 'Relisez la ligne indiquée, avec ce morceau-là ; il peut être vide.',
  unsettled: (name: string) => `${name} rend une promesse qui ne se règle jamais.`,
  unsettledHint: 'Une fonction async se termine, et « resolve » s’appelle.',
  notAFunction: (kind: string) =>
    `creerDemasqueur rend ${kind} ; le contrat demande une fonction, à appeler avec chaque morceau.`,
  notAFunctionHint:
    '« return (morceau) => … » : la fonction rendue garde la clé et compte les octets.',
  aFunction: 'une fonction',
  aResult: 'les octets du morceau, démasqués',
  nothing: 'aucun résultat',
} as const;

const COUNT_BYTES = 'Comptez les octets de la trame déjà passés, tous morceaux confondus.';

export const MISTAKES = {
  untouched: {
    message: 'Le morceau revient tel quel : rien n’est combiné.',
    hint: 'Sans décalage donné, « decalage » vaut undefined, et « cle[NaN] » n’existe pas : donnez-lui 0 par défaut.',
  },
  restarted: {
    message: 'Ce morceau reprend la clé à son début, comme s’il commençait la trame.',
    hint: 'L’octet i du morceau est l’octet « i + decalage » de la trame.',
  },
  chunksCounted: {
    message: 'La clé avance d’un octet par morceau, au lieu d’un octet par octet.',
    hint: COUNT_BYTES,
  },
  lastChunkOnly: {
    message: 'Seul le morceau précédent est compté, pas ceux d’avant.',
    hint: COUNT_BYTES,
  },
  reducedByLength: {
    message: 'Le décalage est réduit à la longueur du morceau.',
    hint: 'C’est la clé qui a quatre octets : prenez le reste par 4 de « i + decalage ».',
  },
  zeroKept: {
    message: 'Les octets nuls du morceau reviennent tels quels, sans être combinés.',
    hint: 'Zéro est un octet comme un autre : 0 ^ 0x37 vaut 0x37.',
  },
  oneByteOfKey: {
    message: 'Tout le morceau est combiné à un seul octet de la clé.',
    hint: 'Le décalage dit où la clé commence ; elle avance ensuite à chaque octet : « (i + decalage) % 4 ».',
  },
  withoutParentheses: {
    message:
      'Après quelques octets, le morceau revient en clair : la clé est lue au-delà de sa fin.',
    hint: '« % » passe avant « + » : prenez le reste de la somme entière, « (i + decalage) % 4 ».',
  },
  startSkipped: {
    message:
      'Le début du morceau est laissé de côté, comme si le décalage comptait dans le morceau.',
    hint: '« decalage » compte des octets passés avant ce morceau : tous les siens sont à démasquer.',
  },
  turned: {
    message: 'La clé est la bonne, mais ne commence pas au bon octet.',
    hint: 'Le premier octet du morceau va avec « cle[decalage % 4] », le suivant avec celui d’après.',
  },
  otherKey: {
    message: 'Ce morceau est combiné à la clé d’un autre flux.',
    hint: 'Ne gardez ni clé ni position hors de la fonction : plusieurs clients parlent à la fois.',
  },
  otherPosition: {
    message: 'La clé est la bonne, mais pas à sa place : un autre flux a fait avancer la position.',
    hint: 'Ne gardez ni clé ni position hors de la fonction : plusieurs clients parlent à la fois.',
  },
} as const satisfies Record<string, Mistake>;

export const MEMORY = {
  changed: (name: string) => `Votre fonction modifie « ${name} », qu’on lui a seulement prêté.`,
  changedWhere: (name: string) => `« ${name} », après les appels`,
  changedHint:
    'Remplissez un nouveau tableau, et rendez-le ; pour faire tourner la clé, copiez-la d’abord.',
  shared:
    'Un résultat déjà rendu change quand l’appelant réemploie son tampon, ou appelle de nouveau.',
  sharedWhere: 'résultat, relu après les appels suivants',
  sharedHint:
    'Le tableau rendu se crée à chaque appel, même vide, même quand la clé ne change aucun octet.',
} as const;
