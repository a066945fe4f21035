// The map of a frame: where each field stands, to the bit, and what it says. For people who look at bytes.
import { byteAt } from '../byte-at.ts';
import { copyBytes } from '../copy-bytes.ts';
import { decodeFrameStart, type FrameStart } from './frame-start.ts';
import { mask, MASKING_KEY_SIZE } from './mask.ts';
import { OPCODE } from './opcode.ts';
import { extendedLengthSize } from './payload-length.ts';

const RFC_BY_FIELD = {
  fin: 'RFC 6455 §5.2',
  rsv1: 'RFC 6455 §5.2',
  rsv2: 'RFC 6455 §5.2',
  rsv3: 'RFC 6455 §5.2',
  opcode: 'RFC 6455 §5.2',
  mask: 'RFC 6455 §5.1',
  'payload-length': 'RFC 6455 §5.2',
  'extended-payload-length': 'RFC 6455 §5.2',
  'masking-key': 'RFC 6455 §5.3',
  'payload-data': 'RFC 6455 §5.2',
  'close-code': 'RFC 6455 §7.4',
  'close-reason': 'RFC 6455 §5.5.1',
} as const;

export type FrameFieldName = keyof typeof RFC_BY_FIELD;

/** `startBit` counts from the most significant bit of byte 0: MASK is bit 8. */
export type FrameField = {
  readonly name: FrameFieldName;
  readonly startBit: number;
  /** Of what is there: less than it will be when the frame is cut inside the field. */
  readonly bitLength: number;
  /** Whether the whole field is there. */
  readonly complete: boolean;
  /** A number for a field of the header or a close code, bytes for the rest. Payload is unmasked. */
  readonly value: number | bigint | Uint8Array;
  readonly rfc: string;
};

/**
 * The fields of the frame at the beginning of `bytes`, in order, those that have at least one bit there.
 * Never fails: a frame may break every rule, or be cut. Bytes after its end are left out.
 */
export function describeFrame(bytes: Uint8Array): FrameField[] {
  if (bytes.length === 0) return [];
  const start = decodeFrameStart(byteAt(bytes, 0), bytes[1] ?? 0);
  const fields = describeByte0(start);
  if (bytes.length === 1) return fields;

  const map = new FieldMap(bytes, [...fields, ...describeByte1(start)]);
  const extended = map.take('extended-payload-length', extendedLengthSize(start.length7));
  const length = extended.length === 0 ? BigInt(start.length7) : bigEndian(extended);
  const key = start.masked ? map.take('masking-key', MASKING_KEY_SIZE) : null;
  if (map.cut) return map.fields;

  map.unmaskWith(key);
  // Past 2^53 - 1 the exact length is lost, but so many bytes will not come.
  describePayload(map, start.opcode, Number(length));
  return map.fields;
}

/** The field to which a bit belongs, or `null` past the end. `bit` as in `startBit`. */
export function fieldAtBit(fields: readonly FrameField[], bit: number): FrameField | null {
  return fields.find((it) => it.startBit <= bit && bit < it.startBit + it.bitLength) ?? null;
}

function describeByte0({ fin, rsv1, rsv2, rsv3, opcode }: FrameStart): FrameField[] {
  return [
    headerField('fin', 0, 1, Number(fin)),
    headerField('rsv1', 1, 1, Number(rsv1)),
    headerField('rsv2', 2, 1, Number(rsv2)),
    headerField('rsv3', 3, 1, Number(rsv3)),
    headerField('opcode', 4, 4, opcode),
  ];
}

function describeByte1({ masked, length7 }: FrameStart): FrameField[] {
  return [headerField('mask', 8, 1, Number(masked)), headerField('payload-length', 9, 7, length7)];
}

function headerField(
  name: FrameFieldName,
  startBit: number,
  bitLength: number,
  value: number,
): FrameField {
  return { name, startBit, bitLength, complete: true, value, rfc: RFC_BY_FIELD[name] };
}

function describePayload(map: FieldMap, opcode: number, length: number): void {
  if (opcode === OPCODE.close && length >= 2) {
    map.take('close-code', 2);
    map.take('close-reason', length - 2);
  } else {
    map.take('payload-data', length);
  }
}

/** Takes fields off a frame one after the other, from byte 2. */
class FieldMap {
  readonly fields: FrameField[];
  readonly #bytes: Uint8Array;
  #position = 2;
  #key: Uint8Array | null = null;
  #payloadStart = 0;
  /** Whether the bytes ended inside the last field, or before it. */
  cut = false;

  constructor(bytes: Uint8Array, fields: FrameField[]) {
    this.#bytes = bytes;
    this.fields = fields;
  }

  /** From here on, bytes are masked with `key`. */
  unmaskWith(key: Uint8Array | null): void {
    this.#key = key;
    this.#payloadStart = this.#position;
  }

  /** Takes `size` bytes, or those that are there, and returns them unmasked. */
  take(name: FrameFieldName, size: number): Uint8Array {
    const start = this.#position;
    const raw = copyBytes(this.#bytes, start, start + size);
    const value = this.#key === null ? raw : mask(raw, this.#key, start - this.#payloadStart);
    this.#position += value.length;
    this.cut = value.length < size;
    if (value.length > 0) {
      this.fields.push({
        name,
        startBit: start * 8,
        bitLength: value.length * 8,
        complete: !this.cut,
        value: NUMBERS.has(name) ? numberOf(value) : value,
        rfc: RFC_BY_FIELD[name],
      });
    }
    return value;
  }
}

const NUMBERS: ReadonlySet<FrameFieldName> = new Set(['extended-payload-length', 'close-code']);

function bigEndian(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

/** A number while it is exact. */
function numberOf(bytes: Uint8Array): number | bigint {
  const number = bigEndian(bytes);
  return number <= Number.MAX_SAFE_INTEGER ? Number(number) : number;
}
