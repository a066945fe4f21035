// What each field of a frame says, in words: the rows of the table under a frame.
import { CLOSE_CODES } from '../../i18n/frame-rules.ts';
import { closeRanges, frame } from '../../i18n/inspector-frame.ts';
import {
  closeCodeRange,
  decodeUtf8,
  describeFrame,
  findCloseCode,
  findInvalidUtf8,
  formatHex,
  OPCODE,
  opcodeName,
  type FrameField,
  type FrameFieldName,
} from '../../wire/index.ts';
import type { FrameEntry } from './entry.ts';

/** The five colours of the signature. */
export type FieldColour = keyof typeof frame.colours;

const COLOURS: Record<FrameFieldName, FieldColour> = {
  fin: 'fin',
  rsv1: 'fin',
  rsv2: 'fin',
  rsv3: 'fin',
  opcode: 'opcode',
  mask: 'mask',
  'payload-length': 'length',
  'extended-payload-length': 'length',
  'masking-key': 'mask',
  'payload-data': 'payload',
  'close-code': 'payload',
  'close-reason': 'payload',
};

export type FieldReading = {
  readonly field: FrameField;
  readonly name: string;
  readonly colour: FieldColour;
  /** As people write it: `0x1`, `37 fa 21 3d`, `« Hello »`. */
  readonly value: string;
  readonly meaning: string;
};

/** How much of a payload stands in the table; the rest is in the dump. */
const SHOWN_TEXT = 120;
const SHOWN_BYTES = 8;

export function colourOf({ name }: FrameField): FieldColour {
  return COLOURS[name];
}

/** One reading for each field that has come. */
export function readFrame(entry: FrameEntry): FieldReading[] {
  return describeFrame(entry.bytes.kept).map((field) => ({
    field,
    name: frame.names[field.name],
    colour: colourOf(field),
    value: valueOf(entry, field),
    meaning: meaningOf(entry, field),
  }));
}

/** The text of a payload, what it can be read as; null when it is none, or not valid. */
export function textOf(entry: FrameEntry, bytes: Uint8Array): string | null {
  const { header, messageOpcode, compressed } = entry;
  if (header === null || compressed) return null;
  const isText =
    messageOpcode === OPCODE.text || header.opcode === OPCODE.ping || header.opcode === OPCODE.pong;
  if (!isText) return null;
  // A fragment, or what is kept of a long text, may stop inside a character.
  const isCut = findInvalidUtf8(bytes) === bytes.length;
  const starts = isCut ? [1, 2, 3] : [0];
  const whole = starts.map((lost) => bytes.subarray(0, Math.max(0, bytes.length - lost)));
  const valid = whole.find((it) => findInvalidUtf8(it) === null);
  return valid === undefined ? null : decodeUtf8(valid);
}

function valueOf(entry: FrameEntry, { name, value }: FrameField): string {
  if (name === 'opcode') return `0x${value.toString(16).toUpperCase()}`;
  if (!(value instanceof Uint8Array)) return value.toString();
  if (name === 'masking-key') return formatHex(value);
  const text = name === 'close-reason' ? reasonOf(value) : textOf(entry, value);
  if (text !== null) return quoted(text);
  const shown = formatHex(value.subarray(0, SHOWN_BYTES));
  return value.length > SHOWN_BYTES ? `${shown} …` : shown;
}

function quoted(text: string): string {
  return text.length > SHOWN_TEXT
    ? `«\u202f${text.slice(0, SHOWN_TEXT)}… »`
    : `«\u202f${text}\u202f»`;
}

function reasonOf(bytes: Uint8Array): string | null {
  return findInvalidUtf8(bytes) === null ? decodeUtf8(bytes) : null;
}

function meaningOf(entry: FrameEntry, field: FrameField): string {
  const { name, value } = field;
  switch (name) {
    case 'fin':
      return frame.fin[value === 1 ? 1 : 0];
    case 'rsv1':
    case 'rsv2':
    case 'rsv3':
      return reservedMeaning(entry, name, value === 1);
    case 'opcode':
      return frame.opcode[opcodeName(Number(value)) ?? 'unknown'];
    case 'mask': {
      const isRight = (value === 1) === (entry.sender === 'client');
      return (isRight ? frame.mask : frame.wrongMask)[value === 1 ? 1 : 0];
    }
    case 'payload-length':
      if (value === 126) return frame.length16;
      return value === 127 ? frame.length64 : frame.length(Number(value));
    case 'extended-payload-length':
      return lengthMeaning(entry, field);
    case 'masking-key':
      return field.complete ? frame.key : frame.incomplete;
    case 'close-code':
      return field.complete ? closeMeaning(Number(value)) : frame.incomplete;
    case 'payload-data':
    case 'close-reason':
      return payloadMeaning(entry, field);
  }
}

function reservedMeaning(entry: FrameEntry, name: FrameFieldName, isSet: boolean): string {
  if (!isSet) return frame.reserved[0];
  if (entry.faults.some(({ code }) => code === 'reserved-bits-set')) return frame.reserved[1];
  return name === 'rsv1' && entry.compressed ? frame.compressed : frame.negotiated;
}

function lengthMeaning(entry: FrameEntry, field: FrameField): string {
  if (!field.complete) return frame.incomplete;
  if (field.value instanceof Uint8Array) return '';
  const meaning = frame.length(Number(field.value));
  return entry.header?.minimalLength === false ? `${meaning} ; ${frame.notMinimal}` : meaning;
}

function closeMeaning(code: number): string {
  const known = findCloseCode(code);
  return known === null ? closeRanges[closeCodeRange(code)] : CLOSE_CODES[known.name];
}

function payloadMeaning(entry: FrameEntry, { name, bitLength }: FrameField): string {
  const { header, bytes } = entry;
  if (header === null) return '';
  const here = bytes.total - header.headerSize;
  if (entry.progress !== 'whole') return frame.missing(header.payloadLength - here);
  if (name === 'close-reason') return frame.reason;
  if (entry.compressed) return frame.deflated;
  if (header.opcode === OPCODE.ping || header.opcode === OPCODE.pong) return frame.control;
  if (entry.messageOpcode !== OPCODE.text) return frame.binary;
  const isPart = !header.fin || header.opcode === OPCODE.continuation;
  return isPart || bitLength < 8 * header.payloadLength ? frame.textPart : frame.text;
}
