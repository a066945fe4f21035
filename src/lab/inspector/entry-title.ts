// What an entry is, in one line of French: « Trame texte, 7 octets, masquée ».
import { inspector as words } from '../../i18n/inspector.ts';
import { headerList, listHasToken } from '../../wire/index.ts';
import { readHead } from './head-reading.ts';
import { frameTitle } from './frame-title.ts';
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
