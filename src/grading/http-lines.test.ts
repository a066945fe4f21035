import { describe, expect, test } from 'vitest';

import { CheckFailure } from './check-failure.ts';
import {
  expectHttpLines,
  expectNothingAfter,
  fieldsOf,
  fieldValues,
  splitHttpLines,
  startLineOf,
} from './http-lines.ts';

const LINES = ['HTTP/1.1 101 OK', 'Upgrade: websocket', 'connection:Upgrade', '', ''];

function refusalOf(run: () => void): CheckFailure['detail'] {
  try {
    run();
  } catch (error) {
    if (error instanceof CheckFailure) return error.detail;
  }
  throw new Error('nothing was refused');
}

const formOf = (text: string) =>
  refusalOf(() => {
    expectHttpLines(splitHttpLines(text), 'f()');
  });

describe('splitHttpLines()', () => {
  test.each(['\r\n', '\n', '\r', '\n\r', '\r\r\n'])(
    'reads the same words whatever ends the lines: %j',
    (ending) => {
      const head = splitHttpLines(LINES.join(ending));
      expect(startLineOf(head)).toBe('HTTP/1.1 101 OK');
      expect(fieldsOf(head)).toEqual([
        { name: 'Upgrade', value: 'websocket' },
        { name: 'connection', value: 'Upgrade' },
      ]);
      expect(head.emptyLine).not.toBeNull();
    },
  );

  test('skips the blank start and the indentation of a template literal', () => {
    const head = splitHttpLines('\n    HTTP/1.1 101 OK\n    Upgrade: websocket\n  ');
    expect(startLineOf(head)).toBe('HTTP/1.1 101 OK');
    expect(fieldValues(fieldsOf(head), 'upgrade')).toEqual(['websocket']);
    expect(head.emptyLine).toBeNull();
  });

  test('keeps what follows the empty line apart', () => {
    const head = splitHttpLines(`${LINES.join('\r\n')}a: b\r\n\r\n`);
    expect(head.rest).toBe('a: b\r\n\r\n');
    expect(fieldValues(fieldsOf(head), 'a')).toEqual([]);
  });

  test('gives every value of a repeated field, in order, and keeps a space before the colon in its name', () => {
    const fields = fieldsOf(splitHttpLines('HTTP/1.1 101 a: b\r\nA: 1\r\na:2 \r\nA : 3\r\n\r\n'));
    expect(fieldValues(fields, 'A')).toEqual(['1', '2']);
    expect(fields.at(-1)?.name).toBe('A ');
  });
});

describe('expectHttpLines()', () => {
  test('accepts a head whose every line ends with CR LF, whatever follows it', () => {
    expect(() => {
      expectHttpLines(splitHttpLines(`${LINES.join('\r\n')}\x81\x00`), 'f()');
    }).not.toThrow();
  });

  test.each([
    ['HTTP/1.1 101 OK\r\nUpgrade: websocket\n\r\n', 'ligne 2, octet 17', 'Upgrade: websocket␊'],
    ['HTTP/1.1 101 OK\rUpgrade: websocket\r\r', 'ligne 1, octet 0', 'HTTP/1.1 101 OK␍'],
    ['HTTP/1.1 101 OK\r\r\nA: b\r\n\r\n', 'ligne 1, octet 0', 'HTTP/1.1 101 OK␍␍␊'],
    ['\r\nHTTP/1.1 101 OK\r\n\r\n', 'ligne 1, octet 0', '␍␊'],
    ['HTTP/1.1 101 OK\r\n  A: b\r\n\r\n', 'ligne 2, octet 17', '␠␠A: b␍␊'],
    ['HTTP/1.1 101 OK\r\nA: b\r\n\n', 'ligne 3, octet 23', '␊ (la ligne vide)'],
    ['HTTP/1.1 101 OK\r\nA: b\r\n  \r\n', 'ligne 3, octet 23', '␠␠␍␊ (la ligne vide)'],
    ['HTTP/1.1 101 OK\r\nA: b\r\n', 'à la fin, après 23 octets', '… A: b␍␊'],
    ['HTTP/1.1 101 OK\r\nA: b', 'à la fin, après 21 octets', '… A: b'],
  ])('shows the line of %j that is wrong, and where', (text, where, actual) => {
    const detail = formOf(text);
    expect(detail).toMatchObject({ where, actual, sent: 'f()' });
    expect(detail.hint).not.toBeNull();
  });

  test('expects the status line where a blank line stands first', () => {
    expect(formOf('\n  HTTP/1.1 101 OK\n\n').expected).toBe('HTTP/1.1 101 OK␍␊');
  });

  test('tells an empty answer, and line ends written as backslashes, from a wrong line end', () => {
    expect(formOf('').message).toContain('vide');
    expect(formOf('HTTP/1.1 101 OK\\r\\nA: b\\r\\n\\r\\n').message).toContain(
      'au lieu des caractères',
    );
  });
});

describe('expectNothingAfter()', () => {
  test('counts the bytes that follow the empty line', () => {
    const head = splitHttpLines(`${LINES.join('\r\n')}\r\n`);
    const detail = refusalOf(() => {
      expectNothingAfter(head, 'f()', 'h');
    });
    expect(detail.message).toMatch(/^2 octets/);
    expect(detail.actual).toBe('␍␊');
  });

  test('says nothing of a head that never ends', () => {
    expect(() => {
      expectNothingAfter(splitHttpLines('HTTP/1.1 101 OK\r\nA: b'), 'f()', 'h');
    }).not.toThrow();
  });
});
