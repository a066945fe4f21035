// The frames that RFC 6455 §5.7 gives as examples, and one that closes a connection.
import type { Sender } from '../../lab/inspector/entry.ts';
import { frame as words } from '../../i18n/demos/frame.ts';
import { encodeFrame, OPCODE, parseHex } from '../../wire/index.ts';

export type FrameExample = {
  readonly name: string;
  readonly sender: Sender;
  readonly bytes: Uint8Array;
};

const { examples: names } = words;
/** Of a long payload, enough to see that it begins. */
const BEGINNING = 8;
const long = (size: number): Uint8Array =>
  encodeFrame({ opcode: OPCODE.binary, payload: new Uint8Array(size) });

export const FRAME_EXAMPLES: readonly FrameExample[] = [
  { name: names.masked, sender: 'client', bytes: parseHex('81 85 37 fa 21 3d 7f 9f 4d 51 58') },
  { name: names.clear, sender: 'server', bytes: parseHex('81 05 48 65 6c 6c 6f') },
  { name: names.first, sender: 'server', bytes: parseHex('01 03 48 65 6c') },
  { name: names.last, sender: 'server', bytes: parseHex('80 02 6c 6f') },
  { name: names.ping, sender: 'server', bytes: parseHex('89 05 48 65 6c 6c 6f') },
  { name: names.pong, sender: 'client', bytes: parseHex('8a 85 37 fa 21 3d 7f 9f 4d 51 58') },
  { name: names.length16, sender: 'server', bytes: long(256) },
  { name: names.length64, sender: 'server', bytes: long(65_536).slice(0, 10 + BEGINNING) },
  { name: names.close, sender: 'client', bytes: parseHex('88 82 37 fa 21 3d 34 12') },
];

/** The bytes that a slide gives; those of the first example where it gives none. @throws {SyntaxError} */
export function bytesOf(attribute: string | undefined): Uint8Array {
  if (attribute !== undefined) return parseHex(attribute);
  return FRAME_EXAMPLES[0]?.bytes ?? new Uint8Array(0);
}

/** Who sends them: a client masks, a server does not; `data-emetteur` says otherwise. */
export function senderOf(attribute: string | undefined, bytes: Uint8Array): Sender {
  if (attribute === 'client') return 'client';
  if (attribute === 'serveur') return 'server';
  return ((bytes[1] ?? 0) & 0x80) === 0 ? 'server' : 'client';
}
