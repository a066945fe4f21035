// A result that goes on the wire as text or as bytes, read as the latin1 text that the peer receives.
import { decodeLatin1 } from '../wire/index.ts';
import { fail } from './check-failure.ts';
import type { Returned } from './check.ts';
import { readBytes } from './expect-bytes.ts';
import { readText } from './expect-text.ts';
import { HEAD } from './head-messages.ts';
import { kindOf, showEvidence } from './show-evidence.ts';
import { visibleText } from './visible-text.ts';

/** One character for each byte. A string holds characters up to U+00FF; bytes come in any of their usual forms. */
export function readLatin1(returned: Returned): string {
  const { value, sent } = returned;
  if (value.type === 'string') return withinLatin1(readText(returned), sent);
  const isLines = value.type === 'array' && value.items.some((item) => item.type === 'string');
  if (value.type === 'bytes' || (value.type === 'array' && !isLines)) {
    return decodeLatin1(readBytes(returned));
  }
  fail({
    message: isLines ? HEAD.linesNotJoined : HEAD.notTextNorBytes(kindOf(value)),
    sent,
    expected: HEAD.textOrBytes,
    actual: showEvidence(value),
    hint: isLines ? HEAD.linesNotJoinedHint : HEAD.notTextNorBytesHint,
  });
}

function withinLatin1(text: string, sent: string): string {
  const index = Array.from(text).findIndex((character) => character > '\u00ff');
  if (index === -1) return text;
  const before = Array.from(text).slice(0, index).join('');
  const character = Array.from(text)[index] ?? '';
  fail({
    message: HEAD.notLatin1(character),
    sent,
    actual: visibleText(text),
    where: HEAD.where(before.split('\n').length, before.length),
    hint: HEAD.notLatin1Hint,
  });
}
