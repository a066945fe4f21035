import { describe, expect, test } from 'vitest';
import {
  compareWork,
  keepValid,
  NO_WORK,
  readWorkFile,
  type Work,
  workFileName,
  writeWorkFile,
} from './work-file.ts';

const PASSED = { failedAttempts: 2, hintsOpened: 1, passed: true, gaveUp: false };
const WORK: Work = {
  files: {
    'poignee/accept.js': 'export const é = "…\u2028";\n',
    'essai/1-3.js': '',
    'reponses.json': '{}',
  },
  progress: { '1.3': PASSED, '1.4': { ...PASSED, passed: false } },
  lastStep: { number: '1.4', address: '/labos/poignee-de-main/1-4/' },
};
const DATE = new Date(2026, 10, 23, 0, 30);

/** A file that would be taken, changed by hand. */
function tampered(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(writeWorkFile(WORK, DATE)) as Record<string, unknown>;
  change(file);
  return JSON.stringify(file);
}

/** A member named as no literal can name it. */
function withKey(record: string, key: string, value: unknown): string {
  const member = `${JSON.stringify(key)}:${JSON.stringify(value)},`;
  return writeWorkFile(WORK, DATE).replace(`"${record}": {`, `"${record}": {${member}`);
}

describe('readWorkFile()', () => {
  test('reads back all that was written, a byte order mark and spaces around it allowed', () => {
    const text = writeWorkFile(WORK, DATE);
    expect(readWorkFile(text)).toEqual({ ok: true, work: WORK });
    expect(readWorkFile(`\uFEFF\n${text}\n\n`)).toEqual({ ok: true, work: WORK });
  });

  test('reads a progress written before giving up was recorded', () => {
    const old = tampered((file) => {
      file.progress = { '1.3': { failedAttempts: 0, hintsOpened: 0, passed: true } };
    });
    const read = readWorkFile(old);
    expect(read.ok && read.work.progress['1.3']?.gaveUp).toBe(false);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['spaces', ' \n\t ', 'empty'],
    ['a text', 'bonjour', 'not-json'],
    ['a file cut short', writeWorkFile(WORK, DATE).slice(0, -20), 'not-json'],
    ['an image', '\u0089PNG\r\n', 'not-json'],
    ['a number', '12', 'not-ours'],
    ['null', 'null', 'not-ours'],
    ['a list', '[]', 'not-ours'],
    ['results of a grading', '{"version":3,"status":"pass","tests":[]}', 'not-ours'],
    ['a newer version', tampered((file) => (file.version = 2)), 'newer'],
    ['a newer version of another shape', '{"format":"trame-mon-travail","version":9}', 'newer'],
    ['no work at all', writeWorkFile(NO_WORK, DATE), 'nothing'],
  ])('refuses %s', (_name, text, reason) => {
    expect(readWorkFile(text)).toEqual({ ok: false, refusal: { reason } });
  });

  test.each([
    ['files that are a list', tampered((file) => (file.files = ['a'])), 'files'],
    ['no files', tampered((file) => delete file.files), 'files'],
    ['a file that is no text', withKey('files', 'a.js', 3), 'files.a.js'],
    ['a text without end', withKey('files', 'a.js', 'x'.repeat(600_000)), 'files.a.js'],
    ['a path that climbs', withKey('files', '../a.js', ''), 'files'],
    ['an absolute path', withKey('files', '/etc/passwd.js', ''), 'files'],
    ['a path named __proto__', withKey('files', '__proto__', { 'a.js': '' }), 'files'],
    ['a path named constructor', withKey('files', 'constructor', ''), 'files'],
    ['a step named __proto__', withKey('progress', '__proto__', PASSED), 'progress'],
    ['a step that is no number', withKey('progress', 'trame-theme', PASSED), 'progress'],
    [
      'attempts that are not counted',
      withKey('progress', '2.1', { ...PASSED, failedAttempts: -1 }),
      'progress.2.1.failedAttempts',
    ],
    [
      'a last step elsewhere',
      tampered((file) => (file.lastStep = { number: '1.1', address: 'javascript:alert(1)' })),
      'lastStep.address',
    ],
    [
      'too many files',
      tampered(
        (file) =>
          (file.files = Object.fromEntries(
            Array.from({ length: 1_001 }, (_, index) => [`a${index}.js`, '']),
          )),
      ),
      'files',
    ],
  ])('refuses %s, and says where', (_name, text, where) => {
    expect(readWorkFile(text)).toEqual({ ok: false, refusal: { reason: 'malformed', where } });
  });
});

test('the name of the file holds the day of the student’s clock', () => {
  expect(workFileName(DATE)).toBe('trame-mon-travail-2026-11-23.json');
  expect(workFileName(new Date(2027, 0, 5, 23, 59))).toBe('trame-mon-travail-2027-01-05.json');
});

test('what could not be read back is left out, and nothing else', () => {
  const odd = {
    ...WORK,
    files: { ...WORK.files, '../x': '', 'a.js': 'x'.repeat(600_000) },
    progress: { ...WORK.progress, odd: PASSED },
  };
  expect(keepValid(odd)).toEqual(WORK);
});

describe('compareWork()', () => {
  test('tells new files from those it would replace, and from those that are the same', () => {
    const incoming = {
      ...WORK,
      files: { ...WORK.files, 'poignee/accept.js': 'autre', 'poignee/parse.js': '' },
    };
    expect(compareWork(WORK, incoming)).toEqual({
      fresh: 1,
      replaced: ['poignee/accept.js'],
      same: 2,
      passed: 1,
      isSame: false,
    });
  });

  test('sees that a file brings nothing, even when more is here', () => {
    const more = { ...WORK, files: { ...WORK.files, 'a.js': '' } };
    expect(compareWork(more, WORK).isSame).toBe(true);
    expect(compareWork({ ...more, progress: {} }, WORK).isSame).toBe(false);
  });
});
