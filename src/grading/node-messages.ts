// What Node's own modules say in English of a wrong argument or a wrong moment, said wholly in French: only names stay.
import type { Translation } from './engine-dialects.ts';

/** Most precise first: the first match wins. */
export const NODE: readonly Translation[] = [
  [
    /^The (?:"(.+?)"|(first)) argument must be (.+?)\.(?: Received (.+))?$/s,
    (name = '', kinds = '', received = '') => argumentType(name, kinds, received),
  ],
  [
    /^The "(.+?)" property must be (.+?)\. Received (.+)$/s,
    (name = '', kinds = '', received = '') => argumentType(name, kinds, received),
  ],
  [
    /^The value of "(.+?)" is out of range\. It must be (.+?)\. Received (.+)$/s,
    (name = '', rule = '', received = '') =>
      `« ${name} » vaut ${received} ; cette valeur doit être ${ruleInFrench(rule)}.`,
  ],
  [
    /^(?:The )?(?:argument|property) '(.+?)' (?:is invalid|must .+?)\.? Received (.+)$/s,
    (name = '', received = '') =>
      `l’argument « ${name} » est refusé ; reçu : ${receivedInFrench(received)}.`,
  ],
  [/^The (.+) arguments? must be specified$/, (names = '') => `il manque ${namesInFrench(names)}.`],
  [
    /^options\.port should be >= 0 and < 65536\. Received (.+?)\.?$/s,
    (received = '') => `un port va de 0 à 65535 ; reçu : ${receivedInFrench(received)}.`,
  ],
  [/^Attempt to access memory outside buffer bounds$/, () => OUTSIDE],
  [/^"(?:offset|length)" is outside of buffer bounds$/, () => OUTSIDE],
  [
    /^Unknown encoding: (.+)$|^The "(.+)" encoding is not supported$/s,
    (name = '') => `« ${name} » n’est pas un encodage connu ; par exemple : 'base64', 'utf8'.`,
  ],
  [
    /^The encoded data was not valid for encoding (.+)$/,
    (name = '') => `ces octets ne sont pas du ${name.toUpperCase()} valide.`,
  ],
  [
    /^Input buffers must have the same byte length$/,
    () => 'les deux tampons à comparer n’ont pas la même longueur.',
  ],
  [
    /^Digest already called$/,
    () => '« digest » ne s’appelle qu’une fois ; faites un nouveau « createHash » à chaque calcul.',
  ],
  [
    /^Digest method not supported$|^Invalid digest: /,
    () => 'ce nom d’algorithme n’existe pas pour « createHash ».',
  ],
  [
    /^Cannot (?:set|write|append|remove|render) headers after they are sent to the client$/,
    () => 'l’en-tête de la réponse est déjà parti : il ne change plus.',
  ],
  [/^write after end$/, () => '« write » est appelé après « end » : la fin est déjà annoncée.'],
  [/^May not write null values to stream$/, () => '« write » n’accepte pas null.'],
  [
    /^Invalid status code: (.+)$/s,
    (status = '') => `« ${status} » n’est pas un statut HTTP (de 100 à 999).`,
  ],
  [
    /^Header name must be a valid HTTP token \["(.*)"\]$/s,
    (name = '') => `« ${name} » n’est pas un nom d’en-tête : ni espace, ni accent, ni « : ».`,
  ],
  [
    /^Invalid value "(.*)" for header "(.*)"$/s,
    (value = '', name = '') => `l’en-tête « ${name} » ne peut pas valoir ${value}.`,
  ],
  [
    /^Invalid character in header content \["(.*)"\]$/s,
    (name = '') =>
      `la valeur de l’en-tête « ${name} » contient un caractère interdit (fin de ligne, ou hors de latin1).`,
  ],
  [
    /^Invalid character in statusMessage/,
    () => 'la phrase qui suit le statut contient un caractère interdit.',
  ],
  [
    /^Listen method has been called more than once without closing/,
    () => '« listen » est appelé deux fois sur le même serveur.',
  ],
  [/^Server is not running\.?$/, () => 'ce serveur n’écoute pas.'],
  [/^Socket is closed$/, () => 'cette socket est déjà fermée.'],
  [
    /^listen EADDRINUSE(?:: address already in use)?(?: (?:port )?(\S+))?/,
    (address = '') =>
      `${address === '' ? 'ce port' : `« ${address} »`} est déjà pris par un autre serveur.`,
  ],
  [/^Invalid URL$/, () => 'cette adresse n’est pas une URL complète.'],
  [
    /^Unhandled error\. \((.*)\)$/s,
    (value = '') => `un événement « error » (${value}) n’est écouté par personne.`,
  ],
];

const OUTSIDE = 'la position demandée est hors des octets du tampon.';

function argumentType(name: string, kinds: string, received: string): string {
  const which = name === 'first' ? 'le premier argument' : `l’argument « ${name} »`;
  const came = received === '' ? '' : ` ; reçu : ${receivedInFrench(received)}`;
  return `${which} est d’un type refusé (permis : ${kindsInFrench(kinds)}${came}).`;
}

/** Node's `of type string or an instance of Buffer, TypedArray, or DataView`: the names stay, the English between them goes. */
function kindsInFrench(kinds: string): string {
  const names = kinds
    .replace(/\ban Array-like Object\b/g, 'un objet semblable à un tableau')
    .replace(/\ba safe integer\b/g, 'un entier sûr')
    .replace(/\b(?:of type|one of type|an instance of|one of|type) /g, '')
    .replace(/\b(?:a )?function\b/gi, 'une fonction')
    .split(/, or |, | or /);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} ou ${last}`;
}

/** `type number (3)`, `an instance of Map`, `function lire`, `undefined`. */
function receivedInFrench(received: string): string {
  const bare = received.replace(/\.$/, '').trim();
  const [, value] = /^type \S+ \((.+)\)$/s.exec(bare) ?? [];
  if (value !== undefined) return value;
  const [, kind] = /^an instance of (.+)$/s.exec(bare) ?? [];
  if (kind !== undefined) return `un objet ${kind}`;
  const [, name] = /^function ?(.*)$/s.exec(bare) ?? [];
  if (name !== undefined) return name === '' ? 'une fonction' : `la fonction « ${name} »`;
  return bare;
}

/** `>= 0 and <= 255`, `an integer`, `greater than the value of "min" (5)`. */
function ruleInFrench(rule: string): string {
  const [, least, most] = /^>= (\S+) (?:and|&&) <= (\S+)$/.exec(rule) ?? [];
  if (least !== undefined && most !== undefined) return `entre ${least} et ${most}`;
  if (rule === 'an integer') return 'un nombre entier';
  const [, name, value] = /^greater than the value of "(.+)" \((.+)\)$/.exec(rule) ?? [];
  if (name !== undefined) return `plus grande que « ${name} » (${value ?? ''})`;
  return rule.replaceAll(/ (?:and|&&) /g, ' et ');
}

/** `"options" or "port" or "path"`. */
function namesInFrench(names: string): string {
  return names
    .replaceAll(/"([^"]+)"/g, '« $1 »')
    .replaceAll(' or ', ' ou ')
    .replaceAll(' and ', ' et ');
}
