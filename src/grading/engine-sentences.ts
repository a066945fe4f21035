// The French of engine-messages.ts: one sentence for each thing an engine may complain about.

const VALUES: Readonly<Record<string, string>> = { undefined: 'undefined', null: 'null' };

export const ENGINE = {
  notDefined: (name = '') =>
    `le nom « ${name} » n’existe pas ici ; vérifiez son orthographe, ou déclarez-le ou importez-le.`,
  require: () =>
    "« require » n’existe pas dans ces fichiers, qui sont des modules ; écrivez en haut « import { … } from '…'; ».",
  moduleExports: () =>
    '« module.exports » n’existe pas dans ces fichiers, qui sont des modules ; écrivez « export » devant la fonction.',
  beforeInitialization: (name = '') =>
    name === ''
      ? 'une variable est lue avant la ligne qui la déclare.'
      : `« ${name} » est lu avant la ligne qui le déclare.`,
  readProperty: (value = '', name = '') =>
    `lecture de « ${name} » sur une valeur qui est ${VALUES[value] ?? value}.`,
  setProperty: (value = '', name = '') =>
    `écriture de « ${name} » sur une valeur qui est ${VALUES[value] ?? value}.`,
  notAnObject: (value = '', expression = '') =>
    `dans « ${expression} », une valeur est ${VALUES[value] ?? value} au lieu d’un objet.`,
  destructured: (value = 'undefined ou null') => `la valeur à décomposer (« { … } ») est ${value}.`,
  readOnly: () => 'une constante ou une propriété figée ne change pas de valeur.',
  constant: () => 'une constante (« const ») ne change pas de valeur ; employez « let ».',
  classWithoutNew: (name = '') =>
    name === ''
      ? 'une classe se construit avec « new ».'
      : `la classe « ${name} » se construit avec « new ».`,
  notAFunction: (name = '') =>
    /^crypto\.\w+$/.test(name)
      ? `« ${name} » n’est pas une fonction : sans import, « crypto » est celui du Web ; celui de Node s’importe, « import crypto from 'node:crypto' ».`
      : `« ${name} » n’est pas une fonction.`,
  notAConstructor: (name = '') => `« ${name} » ne se construit pas avec « new ».`,
  notIterable: (name = '') =>
    name === 'object'
      ? 'un objet ordinaire ne se parcourt pas ; « Object.entries(…) » en donne les paires.'
      : name === ''
        ? 'une valeur ne se parcourt pas (ni tableau, ni autre suite de valeurs).'
        : `« ${name} » ne se parcourt pas (ni tableau, ni autre suite de valeurs).`,
  superFirst: () => '« super() » s’appelle avant tout emploi de « this ».',
  recursion: () => 'une fonction s’appelle elle-même sans fin.',
  arrayLength: () => 'la longueur demandée pour un tableau est négative ou démesurée.',
  stringLength: () => 'la chaîne fabriquée est démesurée.',
  allocation: () => 'la mémoire demandée est démesurée.',
  outsideBytes: () => 'la position demandée est hors des octets du tampon.',
  outOfRange: (name = '', rule = '', received = '') =>
    `« ${name} » vaut ${received}, hors des limites permises (${rule.replace(' and ', ' et ')}).`,
  emptyReduce: () => '« reduce » d’un tableau vide demande une valeur de départ.',
  mixedBigInt: () => 'un BigInt et un nombre ne se mélangent pas ; convertissez l’un des deux.',
  json: () => 'ce texte n’est pas du JSON.',
  endOfInput: () =>
    'le fichier s’arrête trop tôt ; une accolade ou une parenthèse n’est pas refermée.',
  unexpectedToken: (token = '') => `« ${token} » n’est pas attendu ici.`,
  unexpected: () => 'quelque chose n’est pas attendu ici.',
  typeAnnotation: () =>
    '« : » n’est pas attendu ici ; si c’est un type TypeScript, enlevez-le, ces fichiers sont du JavaScript (« cle », pas « cle: string »).',
  typeAssertion: () =>
    '« as » n’est pas attendu ici ; si c’est un type TypeScript, enlevez-le, ces fichiers sont du JavaScript.',
  unexpectedIdentifier: (name = '') =>
    name === ''
      ? 'un nom n’est pas attendu ici ; il manque peut-être une virgule ou un opérateur avant lui.'
      : `le nom « ${name} » n’est pas attendu ici ; il manque peut-être une virgule ou un opérateur avant lui.`,
  unexpectedLiteral: () =>
    'un texte ou un nombre n’est pas attendu ici ; il manque peut-être un « + » ou une virgule.',
  reservedWord: () =>
    'un mot réservé est employé hors de sa place ; « await » demande une fonction « async » ; « interface », « enum », « private » sont du TypeScript.',
  awaitOutside: () => '« await » ne s’emploie que dans une fonction « async ».',
  missing: (token = '') => `il manque « ${token} », ou une virgule, avant cet endroit.`,
  tryAlone: () => '« try » demande un « catch » ou un « finally ».',
  functionName: () => 'une fonction déclarée porte un nom.',
  missingParenthesis: () => 'il manque « ) » après les arguments.',
  invalidToken: () => 'un caractère n’a pas de sens ici, ou un guillemet n’est pas refermé.',
  unclosedText: () => 'un guillemet ou un accent grave n’est pas refermé.',
  unterminatedTemplate: () => 'un texte entre accents graves n’est pas refermé.',
  regularExpression: () => 'l’expression régulière ne se lit pas.',
  declaredTwice: (name = '') => `« ${name} » est déclaré deux fois.`,
  parameterTwice: () => 'deux paramètres portent le même nom.',
  returnOutside: () =>
    '« return » est hors d’une fonction ; une accolade s’est peut-être refermée trop tôt.',
  breakOutside: () => '« break » ou « continue » est hors d’une boucle.',
  constWithoutValue: () =>
    'une constante (« const ») reçoit sa valeur là où elle est déclarée, et sans type (« const n = 1 », pas « const n: number = 1 »).',
  assignment: () =>
    'ce qui est à gauche de « = » ne peut pas recevoir de valeur ; pour comparer, écrivez « === ».',
  exportedTwice: (name = '') => `« ${name} » est exporté deux fois.`,
  exportUndefined: (name = '') => `« ${name} » est exporté, mais n’est déclaré nulle part.`,
  importPlace: () => '« import » et « export » s’écrivent au plus haut niveau du fichier.',
  octal: () =>
    'un nombre ou un échappement en octal (« 012 ») n’est pas permis ici ; écrivez « 0o12 » ou « 0x0a ».',
  named: (name: string, french: string) => `${name}, ${french}`,
  primitive: (value: string) =>
    `la valeur « ${value} », qui n’est pas une erreur ; lancez plutôt « new Error(…) ».`,
  own: (name: string, message: string) =>
    message === '' ? `${name}, sans message.` : `${name}, « ${message} ».`,
  untranslated: (name: string, message: string) => `${name} ; message du moteur : « ${message} ».`,
  unknownSyntax: (message: string) =>
    `la syntaxe n’est pas valide ; message du moteur : « ${message} ».`,
} as const;
