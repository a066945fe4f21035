// What a frame is, in one line of French, whole or not: « Trame texte, 7 octets, masquée ».
import { OPCODES } from '../../i18n/frame-rules.ts';
import { bytes, frameTitles as titles } from '../../i18n/inspector-frame.ts';
import { decodeFrame, OPCODE, opcodeName } from '../../wire/index.ts';
import type { FrameEntry } from './entry.ts';

export function frameTitle(entry: FrameEntry): string {
  const { header } = entry;
  if (header === null) return titles.beginning;
  const { opcode, fin } = header;
  const size = bytes(header.payloadLength);
  const masked = header.maskingKey !== null;
  const name = opcodeName(opcode);
  switch (name) {
    case null:
      return titles.unknown(opcode);
    case 'close':
      return titles.close(closeCode(entry), masked);
    case 'ping':
    case 'pong': {
      const kind = OPCODES[name];
      return titles.control(kind.charAt(0).toUpperCase() + kind.slice(1), size, masked);
    }
    case 'continuation':
    case 'text':
    case 'binary': {
      if (fin && name !== 'continuation') return titles.data(OPCODES[name], size, masked);
      const place = name === 'continuation' ? (fin ? 'last' : 'middle') : 'first';
      return titles.fragment(titles.places[place], messageKind(entry), size, masked);
    }
  }
}

/** « texte » or « binaire », of the message to which a fragment belongs; empty when it belongs to none. */
function messageKind({ messageOpcode }: FrameEntry): string {
  const name = messageOpcode === null ? null : opcodeName(messageOpcode);
  return name === null ? '' : OPCODES[name];
}

/** ` 1000`, or nothing while it is unknown. */
function closeCode({ header, bytes: { kept } }: FrameEntry): string {
  const payload = decodeFrame(kept)?.frame.payload;
  const [high, low] = payload ?? [];
  if (header?.opcode !== OPCODE.close || high === undefined || low === undefined) return '';
  return ` ${(high << 8) | low}`;
}
