import { describe, expect, test } from 'vitest';
import { format } from 'node:util';
import { CONSOLE_CAPS, createConsole, formatArguments } from './console-capture.ts';
import type { ConsoleLine } from '../evidence/evidence.ts';

class Trame {
  fin = true;
}

function capture() {
  const lines: ConsoleLine[] = [];
  const console = createConsole({
    print: (line) => lines.push(line),
    locate: () => null,
    tidy: (text) => text.replaceAll('/tmp/x/', ''),
  });
  return { lines, console };
}

describe('formatArguments()', () => {
  test.each<[string, readonly unknown[]]>([
    ['several arguments', ['a', 1, true, null, undefined]],
    ['directives', ['%s a %d ans, %i, %%, %j', 'Zoé', '42', 3.9, 1]],
    ['a directive without argument', ['%s et %s', 'un']],
    ['an object', [{ a: 1, 'b-c': 'x', d: [1, 2] }]],
    ['nested text', [['it’s', 'a\nb']]],
    ['bytes', [Uint8Array.of(1, 2)].map((bytes) => Buffer.from(bytes))],
    ['an empty map, a class and a function', [new Map(), new Trame(), formatArguments]],
    [
      'accessors',
      [
        {
          get lu() {
            throw new Error('read');
          },
          set ecrit(_value: number) {
            throw new Error('written');
          },
        },
      ],
    ],
    ['no argument', []],
  ])('writes %s as Node does', (_name, args) => {
    expect(formatArguments(args)).toBe(format(...args));
  });

  test('only looks: iterators keep their items, and no getter runs, one that prints itself included', () => {
    const matches = 'a=1 b=2'.matchAll(/\w=\d/g);
    const frames = (function* () {
      yield 1;
    })();
    class Reader {
      position = 0;
      get next(): number {
        formatArguments([this]);
        return (this.position += 1);
      }
    }
    const reader = new Reader();
    expect(formatArguments([reader])).toBe('Reader { position: 0 }');
    formatArguments([matches, frames]);
    expect([...matches].map(String)).toEqual(['a=1', 'b=2']);
    expect([...frames]).toEqual([1]);
    expect(reader.next).toBe(1);
  });

  test('survives a value that throws on every look', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(formatArguments(['voici', proxy])).toBe('voici [proxy]');
  });
});

describe('createConsole()', () => {
  test('keeps levels, indents groups, and shows the student’s paths', () => {
    const { lines, console } = capture();
    console.group?.('groupe');
    console.warn?.('dans /tmp/x/a.js');
    console.groupEnd?.();
    console.assert?.(false, 'non');
    expect(lines.map(({ level, text }) => [level, text])).toEqual([
      ['log', 'groupe'],
      ['warn', '  dans a.js'],
      ['error', 'Assertion failed: non'],
    ]);
  });

  test('cuts long lines and, with a last « … », long outputs', () => {
    const { lines, console } = capture();
    console.log?.('x'.repeat(CONSOLE_CAPS.text * 2));
    for (let count = 0; count < CONSOLE_CAPS.lines * 2; count += 1) console.log?.(count);
    expect(lines[0]?.text).toHaveLength(CONSOLE_CAPS.text + 1);
    expect(lines).toHaveLength(CONSOLE_CAPS.lines + 1);
    expect(lines.at(-1)?.text).toBe('…');
  });

  test('does not so much as look at what is printed beyond that', () => {
    const { console } = capture();
    let looks = 0;
    const value = new Proxy({}, { ownKeys: () => ((looks += 1), []) });
    for (let count = 0; count < CONSOLE_CAPS.lines * 2; count += 1) console.log?.(value);
    expect(looks).toBe(CONSOLE_CAPS.lines);
  });
});
