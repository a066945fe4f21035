// What an entry is, in one line of French: « Trame texte, 7 octets, masquée ».
import { inspector as words } from '../../i18n/inspector.ts';
import { decodeFrame, headerList, listHasToken, OPCODE, opcodeName } from '../../wire/index.ts';
import { readHead } from './head-reading.ts';
import { frameSize, type Entry, type FrameEntry, type HeadEntry } from './entry.ts';

const { titles } = words;

export function titleOf(entry: Entry): string {
  switch (entry.kind) {
    case 'opened':
      return titles.opened(entry.label);
    case 'ended':
      return titles.ended[entry.how][entry.direction];
    case 'raw':
      return titles.raw[entry.why](words.bytes(entry.bytes.total));
    case 'head':
      return withProgress(entry, headTitle(entry), null);
    case 'frame':
      return withProgress(entry, frameTitle(entry), frameSize(entry));
  }
}

/** Whether the entry breaks a rule that its details name. */
export function isFaulty(entry: Entry): boolean {
  if (entry.kind === 'frame') return entry.faults.length > 0;
  if (entry.kind === 'head') return readHead(entry).conclusion?.isFault ?? false;
  return entry.kind === 'raw' && (entry.why === 'after-fault' || entry.why === 'after-close');
}

function withProgress(entry: HeadEntry | FrameEntry, title: string, size: number | null): string {
  if (entry.progress === 'whole') return title;
  const say = entry.progress === 'coming' ? titles.coming : titles.cut;
  return say(title, words.bytes(entry.bytes.total), size);
}

function headTitle(entry: HeadEntry): string {
  if (entry.parsed === null) return titles.unread[entry.message];
  if (entry.message === 'response') return titles.response(entry.parsed.status);
  const { method, target, fields } = entry.parsed;
  const isUpgrade = listHasToken(headerList(fields, 'Upgrade'), 'websocket');
  return isUpgrade ? titles.request(target) : titles.otherRequest(method, target);
}

function frameTitle(entry: FrameEntry): string {
  const { header } = entry;
  if (header === null) return titles.beginning;
  const { opcode, fin } = header;
  const size = words.bytes(header.payloadLength);
  const masked = header.maskingKey !== null;
  const name = opcodeName(opcode);
  switch (name) {
    case null:
      return titles.unknown(opcode);
    case 'close':
      return titles.close(closeCode(entry), masked);
    case 'ping':
    case 'pong': {
      const kind = words.opcodes[name];
      return titles.control(kind.charAt(0).toUpperCase() + kind.slice(1), size, masked);
    }
    case 'continuation':
    case 'text':
    case 'binary': {
      if (fin && name !== 'continuation') return titles.data(words.opcodes[name], size, masked);
      const place = name === 'continuation' ? (fin ? 'last' : 'middle') : 'first';
      return titles.fragment(titles.places[place], messageKind(entry), size, masked);
    }
  }
}

/** « texte » or « binaire », of the message to which a fragment belongs; empty when it belongs to none. */
function messageKind({ messageOpcode }: FrameEntry): string {
  const name = messageOpcode === null ? null : opcodeName(messageOpcode);
  return name === null ? '' : words.opcodes[name];
}

/** ` 1000`, or nothing while it is unknown. */
function closeCode({ header, bytes }: FrameEntry): string {
  const payload = decodeFrame(bytes.kept)?.frame.payload;
  const [high, low] = payload ?? [];
  if (header?.opcode !== OPCODE.close || high === undefined || low === undefined) return '';
  return ` ${(high << 8) | low}`;
}
