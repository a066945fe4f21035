// The seven fields of a frame's first two bytes: where each stands, and how step 3.1 reads and shows it.
import {
  decodeFrameStart,
  readBit,
  readInteger,
  readProperty,
  type Returned,
} from '../../../src/grading/index.ts';
import type { Field, FieldName, Pair } from './field.ts';
import { FIELD } from './messages.ts';

export const MODULE = 'trames/entete.js';
export const FUNCTION = 'lireDeuxOctets';

/** In the order of the wire. */
export const FIELDS: readonly Field[] = [
  { name: 'fin', kind: 'bit', byte: 0, of: (start) => Number(start.fin) },
  { name: 'rsv1', kind: 'bit', byte: 0, of: (start) => Number(start.rsv1) },
  { name: 'rsv2', kind: 'bit', byte: 0, of: (start) => Number(start.rsv2) },
  { name: 'rsv3', kind: 'bit', byte: 0, of: (start) => Number(start.rsv3) },
  { name: 'opcode', kind: 'integer', byte: 0, of: (start) => start.opcode },
  { name: 'masque', kind: 'bit', byte: 1, of: (start) => Number(start.masked) },
  { name: 'longueur7', kind: 'integer', byte: 1, of: (start) => start.length7 },
];

export const NAMES: readonly FieldName[] = FIELDS.map(({ name }) => name);
export const SHAPE = `{ ${NAMES.join(', ')} }`;

/** What the oracle reads there: a bit as 1 or 0. */
export const expectedOf = ({ of }: Field, [o0, o1]: Pair): number => of(decodeFrameStart(o0, o1));

/** What came back there, likewise; fails when the field is missing, or is neither a bit nor an integer. */
export function readField(returned: Returned, field: Field): bigint {
  const property = readProperty(returned, field.name, SHAPE);
  return field.kind === 'bit'
    ? BigInt(readBit(property, FIELD.subject(field.name)))
    : readInteger(property, FIELD.subject(field.name));
}
