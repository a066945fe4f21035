// A head, line by line, each with what it says; its line ends are shown.
import { inspector as words } from '../../i18n/inspector.ts';
import { element } from '../element.ts';
import type { HeadEntry } from './entry.ts';
import { readHead, type Conclusion, type HeadLine } from './head-reading.ts';
import { hexDump } from './hex-dump.ts';

const { head } = words;

export function headView(entry: HeadEntry, bytesPerRow: number): HTMLElement[] {
  const { lines, conclusion } = readHead(entry);
  const body = element('tbody', {}, ...lines.map(headRow));
  if (entry.progress === 'whole' && entry.fault?.code !== 'head-too-large') {
    body.append(element('tr', {}, element('td', {}, lineEnd()), element('td', {}, head.end)));
  }
  const table = element(
    'table',
    { class: 'head-table' },
    element('caption', {}, head.caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, head.line),
        element('th', { scope: 'col' }, head.meaning),
      ),
    ),
    body,
  );
  const bytes = element(
    'details',
    { class: 'head-bytes' },
    element('summary', {}, head.bytes),
    hexDump({ bytes: entry.bytes, bytesPerRow, caption: head.bytes }),
  );
  const conclude = conclusion === null ? [] : [concluding(conclusion)];
  return [...conclude, table, bytes];
}

function headRow({ text, name, meaning, isFault, follows, isEnded }: HeadLine): HTMLElement {
  const line =
    name === null
      ? [element('strong', {}, text)]
      : [element('strong', {}, name), text.slice(name.length)];
  const end = isEnded ? [' ', lineEnd()] : [];
  const fault = isFault ? element('span', { class: 'fault-mark' }, words.list.fault) : null;
  return element(
    'tr',
    isFault ? { 'data-fault': true } : {},
    element('td', {}, element('code', {}, ...line), ...end),
    element(
      'td',
      {},
      fault,
      fault === null ? null : ' ',
      meaning,
      follows === undefined ? null : ` ${follows.label} `,
      follows === undefined ? null : element('code', { class: 'expected' }, follows.value),
    ),
  );
}

function lineEnd(): HTMLElement {
  return element('span', { class: 'line-end' }, head.lineEnd);
}

function concluding({ sentence, rfc, isFault }: Conclusion): HTMLElement {
  const text = rfc === null ? sentence : `${sentence} (${rfc})`;
  return element('p', { class: 'conclusion', 'data-fault': isFault }, text);
}
