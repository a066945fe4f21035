// A page comes in parts: whole, it is written anew; too large, too often or unsound, it is refused once and let by.
import { expect, test } from 'vitest';
import { cutStudentPage, PAGE_LIMITS, type PagePart, type StudentPage } from '../../live/index.ts';
import { PageUpload, type UploadOutcome } from './page-upload.ts';

const START = 'page/demarrage.js';
const pageWith = (text: string): StudentPage => ({
  module: START,
  files: { [START]: text, 'page/index.html': '' },
});
const partsOf = (texts: readonly string[]): PagePart[] =>
  texts.map((text, part) => ({ type: 'page', part, of: texts.length, text }));
const budget = (tokens: number) => ({ tryTake: () => tokens-- > 0 });
const kinds = (outcomes: readonly UploadOutcome[]): string[] =>
  outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.reason : outcome.kind));
const send = (upload: PageUpload, texts: readonly string[]) =>
  partsOf(texts).map((part) => upload.push(part));

test('a page in three parts is kept with the last, written anew', () => {
  const page = pageWith('é'.repeat(2 * PAGE_LIMITS.part));
  const outcomes = send(new PageUpload(budget(1)), cutStudentPage(page));
  expect(kinds(outcomes)).toEqual(['more', 'more', 'kept']);
  const last = outcomes.at(-1);
  expect(last?.kind === 'kept' && last.json.equals(Buffer.from(JSON.stringify(page)))).toBe(true);
});

test('a second page takes the place of the first, whether that one was whole or not', () => {
  const upload = new PageUpload(budget(4));
  expect(kinds(send(upload, cutStudentPage(pageWith('1'))))).toEqual(['kept']);
  expect(kinds(send(upload, cutStudentPage(pageWith('2'))))).toEqual(['kept']);
  upload.push({ type: 'page', part: 0, of: 2, text: '{' });
  expect(kinds(send(upload, cutStudentPage(pageWith('3'))))).toEqual(['kept']);
});

test.each([
  ['no JSON', ['{']],
  ['no page', ['[]']],
])('%s is unsound', (_what, texts) => {
  expect(kinds(send(new PageUpload(budget(1)), texts))).toEqual(['unsound']);
});

test('a page of more bytes than it may have is refused once, and its other parts are let by', () => {
  const texts = Array.from({ length: 9 }, () => 'é'.repeat(PAGE_LIMITS.part / 2));
  const upload = new PageUpload(budget(2));
  expect(
    kinds(
      send(
        upload,
        texts.map((text) => text.repeat(2)),
      ),
    ),
  ).toEqual(['more', 'more', 'more', 'more', 'too-large', 'more', 'more', 'more', 'more']);
  expect(kinds(send(upload, cutStudentPage(pageWith(''))))).toEqual(['kept']);
});

test('a page that announces too many parts is refused at the first', () => {
  const upload = new PageUpload(budget(2));
  const of = PAGE_LIMITS.parts + 1;
  expect(kinds([upload.push({ type: 'page', part: 0, of, text: '{' })])).toEqual(['too-large']);
  expect(kinds(send(upload, cutStudentPage(pageWith(''))))).toEqual(['kept']);
});

test('a flood of pages is refused, parts and all', () => {
  const upload = new PageUpload(budget(1));
  const texts = cutStudentPage(pageWith('a'.repeat(PAGE_LIMITS.part)));
  expect(kinds(send(upload, texts))).toEqual(['more', 'kept']);
  expect(kinds(send(upload, texts))).toEqual(['too-often', 'more']);
});

test.each([
  ['a part without its first', [{ part: 1, of: 2 }]],
  [
    'a part that is missing',
    [
      { part: 0, of: 3 },
      { part: 2, of: 3 },
    ],
  ],
  [
    'a number of parts that changes',
    [
      { part: 0, of: 3 },
      { part: 1, of: 4 },
    ],
  ],
  [
    'a part too many',
    [
      { part: 0, of: 1 },
      { part: 1, of: 1 },
    ],
  ],
])('%s is a violation', (_what, parts) => {
  const upload = new PageUpload(budget(9));
  const outcomes = parts.map((part) => upload.push({ type: 'page', text: '', ...part }));
  expect(kinds(outcomes).at(-1)).toBe('violation');
});
