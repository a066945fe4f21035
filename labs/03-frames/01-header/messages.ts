// What step 3.1 says of a field that was read wrongly: which bits it is made of, and what they were.
import type { Field, FieldName, Pair } from './field.ts';

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;
const binary = (byte: number): string =>
  byte
    .toString(2)
    .padStart(8, '0')
    .replace(/(.{4})/, '$1 ');

const TITLES = {
  fin: 'FIN, le bit 7',
  rsv1: 'RSV1, le bit 6',
  rsv2: 'RSV2, le bit 5',
  rsv3: 'RSV3, le bit 4',
  opcode: 'l’opcode, les bits 3 à 0',
  masque: 'MASK, le bit 7',
  longueur7: 'la longueur, les bits 6 à 0',
} as const satisfies Record<FieldName, string>;

const HINTS = {
  fin: 'FIN est le bit de gauche de l’octet 0, de valeur 0x80 : il vaut 1 quand le message finit avec cette trame.',
  rsv1: 'RSV1 suit FIN dans l’octet 0 : sa valeur est 0x40.',
  rsv2: 'RSV2 suit RSV1 dans l’octet 0 : sa valeur est 0x20.',
  rsv3: 'RSV3 suit RSV2 dans l’octet 0 : sa valeur est 0x10.',
  opcode: 'L’opcode est fait des quatre bits de droite de l’octet 0, sans les quatre autres.',
  masque: 'MASK est le bit de gauche de l’octet 1, de valeur 0x80.',
  longueur7: 'La longueur est faite des sept bits de droite de l’octet 1, sans MASK.',
} as const satisfies Record<FieldName, string>;

export const FIELD = {
  subject: (name: FieldName) => `« ${name} »`,
  wrong: (name: FieldName) => `« ${name} » n’est pas ce que disent les octets.`,
  sent: ([o0, o1]: Pair) => `lireDeuxOctets(${hex(o0)}, ${hex(o1)})`,
  where: ({ name, byte }: Field, pair: Pair) =>
    `octet ${byte} = ${hex(pair[byte])} = ${binary(pair[byte])} : ${TITLES[name]}`,
  hint: (name: FieldName) => HINTS[name],
  value: ({ name, kind }: Field, value: number | bigint) =>
    kind === 'bit' ? `${name} : ${value} (${value ? 'true' : 'false'})` : `${name} : ${value}`,
  raw: (name: FieldName, shown: string) => `${name} : ${shown}`,
} as const;

export const REFUSED = {
  message: 'Votre fonction refuse ces deux octets ; elle doit seulement les lire.',
  hint: 'Tout couple d’octets a une lecture, même réservée : c’est le code qui appelle cette fonction qui jugera.',
} as const;

export const ALL_PAIRS = {
  changes: 'Seul, ce couple d’octets est bien lu ; au milieu des autres, il ne l’est plus.',
  changesHint:
    'Le résultat ne dépend que de « o0 » et « o1 » : rien ne se garde d’un appel à l’autre.',
  unread: 'une autre valeur',
} as const;
