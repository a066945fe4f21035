// What some bytes say when they are read as one frame: its fields, every rule they break, what is missing and what is left.
import {
  checkFrameStart,
  decodeFrameStart,
  encodeFrame,
  MASKING_KEY_SIZE,
  OPCODE,
  type FrameStart,
  type ProtocolErrorCode,
} from '../../wire/index.ts';
import type { Fault, FrameEntry, Sender } from '../../lab/inspector/entry.ts';
import { FrameCollector, type FrameContext } from '../../lab/inspector/frame-collector.ts';
import { readFrame, textOf, type FieldReading } from '../../lab/inspector/frame-reading.ts';
import { KeptBytes } from '../../lab/inspector/kept-bytes.ts';
import { faultOf, MessageRules } from '../../lab/inspector/message-rules.ts';

export type Exploration = {
  readonly entry: FrameEntry;
  readonly readings: readonly FieldReading[];
  /** Every rule that the frame breaks, where a receiver stops at the first. */
  readonly faults: readonly Fault[];
  /** Bytes to come before the frame is whole; `null` while its length is not known. */
  readonly missing: number | null;
  /** Bytes after its end. */
  readonly left: number;
  /** The length could have been written in fewer bytes. */
  readonly isLong: boolean;
  /** What it says to people; `null` when it says bytes. */
  readonly text: string | null;
};

/** Reads the frame at the beginning of `bytes`, sent by `sender`; of a continuation, the beginning is supposed. */
export function explore(bytes: Uint8Array, sender: Sender): Exploration {
  const rules = new MessageRules();
  const context = { rules, extensions: [] };
  if (bytes.length > 0 && decodeFrameStart(bytes[0] ?? 0, 0).opcode === OPCODE.continuation) {
    beginMessage(context, sender);
  }
  const collector = new FrameCollector(emptyEntry(sender), context);
  const size = collector.push(bytes);
  const { entry } = collector;
  // No extension was negotiated: RSV1 is a mistake, not compression.
  entry.compressed = false;
  const { header } = entry;
  const readings = readFrame(entry);
  return {
    entry,
    readings,
    faults: merge(startFaults(bytes, sender), entry.faults),
    missing: header === null ? null : header.headerSize + header.payloadLength - entry.bytes.total,
    left: bytes.length - size,
    isLong: header?.minimalLength === false,
    text: textOf(entry, payloadOf(readings)),
  };
}

function payloadOf(readings: readonly FieldReading[]): Uint8Array {
  const value = readings.find(({ field }) => field.name === 'payload-data')?.field.value;
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}

const emptyEntry = (sender: Sender): FrameEntry => ({
  kind: 'frame',
  number: 1,
  connection: 1,
  at: 0,
  revision: 0,
  direction: sender === 'client' ? 'received' : 'sent',
  sender,
  bytes: new KeptBytes(),
  progress: 'coming',
  header: null,
  faults: [],
  messageOpcode: null,
  compressed: false,
});

function beginMessage(context: FrameContext, sender: Sender): void {
  const maskingKey = sender === 'client' ? new Uint8Array(MASKING_KEY_SIZE) : null;
  const first = { opcode: OPCODE.text, fin: false, payload: new Uint8Array(0), maskingKey };
  new FrameCollector(emptyEntry(sender), context).push(encodeFrame(first));
}

/** What mends each fault of the first two bytes, so that the next rule can be asked. */
const MENDED: Partial<Record<ProtocolErrorCode, (start: FrameStart) => Partial<FrameStart>>> = {
  'reserved-bits-set': () => ({ rsv1: false, rsv2: false, rsv3: false }),
  // A reserved control opcode is still a control frame, and a data one still data.
  'unknown-opcode': ({ opcode }) => ({ opcode: opcode & OPCODE.close }),
  'control-frame-fragmented': () => ({ fin: true }),
  'control-frame-too-long': () => ({ length7: 0 }),
  'frame-not-masked': () => ({ masked: true }),
  'frame-masked': () => ({ masked: false }),
};

/** Every rule that the first two bytes break, in the order in which a receiver checks them. */
function startFaults(bytes: Uint8Array, sender: Sender): Fault[] {
  const [byte0, byte1] = bytes;
  if (byte0 === undefined || byte1 === undefined) return [];
  const faults: Fault[] = [];
  let start = decodeFrameStart(byte0, byte1);
  for (;;) {
    try {
      checkFrameStart(start, sender === 'client' ? 'server' : 'client');
      return faults;
    } catch (error) {
      const fault = faultOf(error, 0);
      const mend = MENDED[fault.code];
      faults.push(fault);
      if (mend === undefined) return faults;
      start = { ...start, ...mend(start) };
    }
  }
}

const merge = (first: readonly Fault[], then: readonly Fault[]): Fault[] => [
  ...first,
  ...then.filter(({ code }) => !first.some((it) => it.code === code)),
];
