// Grading's French sentences: each says the fact first, then the next gesture.
import type { SourceLocation } from '../evidence/evidence.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const KIND_OF = {
  typedArray: 'un tableau typé',
  bytes: (what: string, length: number) => `${what} de ${plural(length, 'octet', 'octets')}`,
  map: 'une Map',
  headers: 'un objet Headers',
  object: 'un objet',
  instance: (className: string) => `un objet ${className}`,
  boolean: 'un booléen',
  number: 'un nombre',
  bigint: 'un BigInt',
  string: 'une chaîne',
  symbol: 'un symbole',
  function: 'une fonction',
  // Evidence does not tell an array from another iterable, a String object included.
  array: 'un tableau ou un objet qui se parcourt',
  set: 'un Set',
  error: 'une erreur, rendue au lieu d’être lancée',
  unreadable: 'une valeur qui ne se laisse pas lire',
  truncated: 'une valeur démesurée',
} as const;

export const TEXT = {
  differsAt: (position: number, want: string, got: string) =>
    `caractère ${position} : « ${want} » attendu, « ${got} » reçu`,
  tooShort: (received: number, expected: number) =>
    received === 0
      ? `la chaîne est vide ; ${plural(expected, 'caractère attendu', 'caractères attendus')}`
      : `la chaîne s’arrête après ${plural(received, 'caractère', 'caractères')} sur ${expected}`,
  tooMuch: (count: number, extra: string) =>
    `${plural(count, 'caractère', 'caractères')} de trop à la fin : « ${extra} »`,
} as const;

/** The fields of a frame, as the inspector and the slides call them. */
export const FIELD = {
  fin: 'bit FIN',
  rsv1: 'bit RSV1',
  rsv2: 'bit RSV2',
  rsv3: 'bit RSV3',
  opcode: 'opcode',
  mask: 'bit MASK',
  'payload-length': 'longueur sur 7 bits',
  'extended-payload-length': 'longueur étendue',
  'masking-key': 'clé de masquage',
  'payload-data': 'données',
  'close-code': 'code de fermeture',
  'close-reason': 'raison de fermeture',
  byteOf: (field: string, index: number) => `${field}, octet ${index}`,
} as const;

export const BYTES = {
  differsAt: (offset: number, field: string | null, want: string, got: string) =>
    `octet ${offset}${field === null ? '' : ` : ${field}`} (${want} attendu, ${got} reçu)`,
  tooShort: (received: number, expected: number, field: string | null) =>
    `${plural(received, 'octet reçu', 'octets reçus')} sur ${expected}${field === null ? '' : ` ; il manque à partir de : ${field}`}`,
  tooMuch: (count: number, expected: number) =>
    `${plural(count, 'octet', 'octets')} de trop après les ${expected} attendus`,
} as const;

export const EXPECT = {
  otherText: 'Votre fonction rend un autre texte que celui qui est attendu.',
  otherBytes: 'Votre fonction rend d’autres octets que ceux qui sont attendus.',
  aText: 'une chaîne de caractères',
  emptyText: 'une chaîne vide',
  noByte: 'aucun octet',
  someBytes: 'des octets (Uint8Array, Buffer, ArrayBuffer ou tableau d’entiers de 0 à 255)',
  notText: (kind: string) =>
    `Votre fonction rend ${kind} ; le contrat demande une chaîne de caractères.`,
  notBytes: (kind: string) => `Votre fonction rend ${kind} ; le contrat demande des octets.`,
  notAByte: (index: number) =>
    `Votre fonction rend un tableau dont l’élément ${index} n’est pas un entier de 0 à 255.`,
  hugeText: (length: number) =>
    `Votre fonction rend une chaîne de ${length} caractères : c’est démesuré.`,
  hugeBytes: (length: number) => `Votre fonction rend ${length} octets : c’est démesuré.`,
  returnIt:
    'Vérifiez que la fonction se termine par « return », et qu’elle attend (« await ») ce qui est asynchrone.',
  textToBytes:
    'Un texte n’est pas encore des octets : rendez un Uint8Array, ou un tableau de nombres.',
  plainBytes: 'Rendez les octets eux-mêmes : un Uint8Array, ou un tableau de nombres de 0 à 255.',
  bytesToText:
    'Ces octets restent à mettre en texte : « new TextDecoder().decode(octets) » en UTF-8 ; « toString(…) » ou « digest(…) » d’un Buffer ou d’une empreinte, selon la forme demandée.',
  plainText:
    'Rendez la chaîne elle-même, sans tableau ni objet autour (ni « new String(…) »), ou une promesse de cette chaîne.',
} as const;

export const HEADERS = {
  someHeaders: 'des en-têtes : une Map, un objet Headers ou un objet { nom: valeur }',
  notHeaders: (kind: string) => `Les en-têtes rendus sont ${kind}, au lieu d’une table.`,
  notHeadersHint: 'Rangez chaque en-tête dans une Map : « entetes.set(nom, valeur) ».',
  missingBagHint: 'Vérifiez que l’objet rendu contient bien la table des en-têtes.',
  aName: 'un nom d’en-tête, en texte',
  notAName: (kind: string) => `Un nom d’en-tête rendu est ${kind}, au lieu d’un texte.`,
  aValue: 'une valeur en texte',
  notAValue: (name: string, kind: string) =>
    `La valeur rendue pour ${name} est ${kind}, au lieu d’un texte.`,
  aValueHint: 'Une valeur d’en-tête est une seule chaîne, sans tableau ni objet autour.',
  undefinedValueHint: 'Affichez la ligne découpée : la valeur n’est pas là où vous la cherchez.',
  otherValue: (name: string) => `L’en-tête « ${name} » n’a pas la valeur attendue.`,
  where: (name: string, difference: string) => `valeur de « ${name} », ${difference}`,
  nameNotInLowerCase: (name: string) => `Le nom « ${name} » n’est pas en minuscules.`,
  nameNotInLowerCaseHint:
    'Le nom d’un en-tête s’écrit dans n’importe quelle casse : passez-le par « toLowerCase() » avant de le ranger.',
  nameTwice: (name: string) => `L’en-tête est rendu deux fois, dont une sous le nom « ${name} ».`,
  spacedName: (name: string) => `Des blancs entourent le nom « ${name} ».`,
  spacedNameHint: 'Enlevez-les avec « trim() » avant de ranger l’en-tête.',
  missing: (name: string) => `L’en-tête « ${name} » manque dans votre résultat.`,
  receivedNames: (names: readonly string[]) =>
    names.length === 0 ? 'aucun en-tête' : `seulement : ${names.join(', ')}`,
  onlyNames: (names: readonly string[]) =>
    names.length === 0 ? 'aucun en-tête' : `ces en-têtes seulement : ${names.join(', ')}`,
  extra: (name: string) => `L’en-tête « ${name} » est de trop : il n’a pas été envoyé.`,
} as const;

export const TRUTH = {
  countsAsTrue: (message: string, kind: string) =>
    `${message} Elle rend ${kind}, et cette valeur compte pour vrai.`,
  countsAsTrueHint:
    'Rendez un booléen : une comparaison, « some(…) », « has(…) » ou « !== undefined ».',
  returnIt:
    'La fonction ne rend rien : vérifiez qu’elle se termine par « return », quel que soit le chemin suivi.',
} as const;

export const CALL = {
  threw: (name: string, what: string) => `${name} a lancé une exception : ${what}`,
  threwHint: 'Relisez la ligne indiquée, avec les valeurs envoyées à la place des noms.',
  threwElsewhereHint: (file: string) =>
    `Elle naît dans ${file}, que votre code appelle : regardez d’abord les valeurs que vous lui passez.`,
  threwWithoutArgumentHint: 'Relisez la ligne indiquée.',
  threwSomewhereHint:
    'Appelez votre fonction vous-même avec cet argument pour voir d’où elle vient.',
  aValue: 'une valeur rendue, sans exception',
  unsettled: (name: string) => `${name} rend une promesse qui ne se règle jamais.`,
  unsettledHint:
    'Une promesse se règle quand on appelle « resolve » ou « reject », ou quand une fonction async se termine.',
  settledPromise: 'une valeur, ou une promesse qui se règle',
  pending: 'une promesse toujours en attente',
} as const;

export const where = (location: SourceLocation | null): string | null => {
  if (location === null) return null;
  const column = location.column === null ? '' : `, colonne ${location.column}`;
  return `${location.file}, ligne ${location.line}${column}`;
};

export const LOAD = {
  skipped: 'Pas encore exécutée : il faut d’abord que le code se charge.',
  syntax: (reason: string) => `JavaScript ne sait pas lire ce fichier : ${reason}`,
  syntaxHint:
    'L’erreur est à cette ligne, ou juste avant : parenthèse, accolade ou guillemet qui manque.',
  missingFile: (from: string, specifier: string) =>
    `${from} importe « ${specifier} », qui n’existe pas.`,
  missingFileHint: 'Un import relatif donne le nom exact du fichier, avec son extension « .js ».',
  missingPackage: (from: string, specifier: string) =>
    `${from} importe « ${specifier} », qui n’est pas disponible ici.`,
  missingPackageHint:
    'On importe les modules permis de Node (« node:crypto », « node:http », « node:net »…) et ses propres fichiers (« ./autre.js »).',
  forbidden: (from: string, specifier: string) =>
    `${from} importe « ${specifier} », qui n’est pas permis ici.`,
  missingExport: (from: string, name: string, specifier: string) =>
    `${from} demande « ${name} » à « ${specifier} », qui ne l’exporte pas.`,
  missingExportHint: (specifier: string) =>
    `Comparez le nom entre accolades avec ce que « ${specifier} » exporte.`,
  cycle: (files: string) => `Ces fichiers s’importent en rond : ${files}.`,
  cycleHint: 'Déplacez ce que les deux partagent dans un troisième fichier, que chacun importe.',
  thrown: (what: string) => `Le code lance une exception dès son chargement : ${what}`,
  thrownHint: 'Au chargement, seul ce qui est hors des fonctions s’exécute.',
  nothingExported: (file: string, name: string) =>
    `${file} n’exporte rien ; l’étape attend une fonction nommée « ${name} ».`,
  defaultExported: (file: string, name: string) =>
    `${file} exporte par défaut ; l’étape attend un export nommé « ${name} ».`,
  otherExported: (file: string, name: string, exported: string) =>
    `${file} n’exporte pas « ${name} » (il exporte : ${exported}).`,
  notAFunction: (file: string, name: string) =>
    `${file} exporte bien « ${name} », mais ce n’est pas une fonction.`,
  writeExport: (name: string) => `Écrivez « export function ${name}(…) { … } ».`,
  /** Between two names, inside the quotation marks that each sentence above has. */
  or: ' » ou « ',
} as const;

export const ENDING = {
  deadline: (milliseconds: number) =>
    `Votre code ne répond plus : il a été arrêté après ${seconds(milliseconds)}.`,
  deadlineHint:
    'Cherchez une boucle, une attente ou une expression régulière qui ne se termine pas.',
  silent: (milliseconds: number) => `Rien n’est arrivé en ${seconds(milliseconds)}.`,
  silentHint:
    'Ou bien votre code tourne en boucle, ou bien ce que la vérification attend ne vient pas.',
  crashed: (what: string) =>
    `Votre programme s’est arrêté sur une exception que rien n’attrape : ${what}`,
  crashedHint:
    'Elle vient d’un écouteur, d’un minuteur ou d’une promesse sans « catch », pas de la valeur rendue.',
  notAwaitedHint: 'Il manque « await » devant l’appel qui rend cette promesse.',
  exited: (code: number) => `Votre programme s’est arrêté de lui-même, avec le code ${code}.`,
  exitedHint: 'Enlevez l’appel à « process.exit ».',
  memory: 'Votre programme a demandé trop de mémoire et a été arrêté.',
  memoryHint: 'Cherchez un tableau, une chaîne ou un tampon qui grandit sans fin.',
  flood: 'Votre programme a trop écrit et a été arrêté.',
  floodHint: 'Un « console.log » dans une boucle sans fin fait cela.',
  left: 'Votre page est partie vers une autre adresse, ou s’est rechargée : elle a été arrêtée.',
  leftHint:
    'Cherchez « location », un lien suivi, ou un formulaire envoyé sans « preventDefault() ».',
  disposed: 'La vérification a été interrompue.',
  skipped: 'Pas exécutée : deux vérifications n’ont déjà pas abouti.',
} as const;

export const RUNNER = {
  brokenCheck: (reason: string) =>
    `La vérification elle-même a échoué, ce n’est pas votre faute : ${reason}`,
  brokenCheckHint:
    'Signalez-le avec la graine du rapport ; les autres vérifications restent valables.',
  supplied: (files: string) => `Corrigé fourni pour les étapes précédentes : ${files}.`,
} as const;

/** Above the explanations that a report's failing checks point at. */
export const SIGNATURE = {
  likely: 'Ces échecs, et eux seuls, sont ceux d’une confusion connue.',
  maybe: 'Peut-être une confusion connue, car elle donne les mêmes échecs.',
  maybeOneOf: 'Peut-être l’une de ces deux confusions, car elles donnent les mêmes échecs.',
} as const;

export const MATRIX = {
  starterPasses: 'starter/ réussit toutes les vérifications : l’étape est vide',
  refused: (name: string, seed: number, id: string, message: string) =>
    `${name} devrait tout réussir, mais ${id} le refuse (graine ${seed}) : ${message}`,
  notLoaded: (name: string, seed: number, message: string) =>
    `${name} ne se charge pas (graine ${seed}) : ${message}`,
  survived: (name: string, seed: number, id: string) =>
    `${name} devrait être refusé par ${id}, qui le laisse passer (graine ${seed})`,
  alsoRefused: (name: string, seed: number, id: string, others: string) =>
    `${name} ne devrait être refusé que par ${id}, mais l’est aussi par ${others} (graine ${seed})`,
  unstable: (name: string, seeds: string) =>
    `${name} ne donne pas les mêmes verdicts selon la graine (${seeds})`,
  decorative: (id: string) =>
    `${id} n’est mise en échec par aucun programme faux : elle ne sert à rien`,
} as const;

function seconds(milliseconds: number): string {
  const value = (milliseconds / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  return `${value}\u00a0s`;
}
