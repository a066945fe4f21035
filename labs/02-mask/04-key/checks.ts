// Grades step 2.4: masking keys that nobody can foresee, RFC 6455 §5.3 and §10.3. Time and Math.random stand still.
import {
  check,
  type CheckContext,
  defineStep,
  fail,
  hexadecimal,
  namedBy,
} from '../../../src/grading/index.ts';
import {
  drawHeldKeys,
  type DrawnKey,
  drawKeys,
  expectKey,
  FUNCTION,
  MODULE,
  POOL,
} from './draw-keys.ts';
import { BIT, DISTINCT, MEMORY, POSITION, SENT, STEP, TWO_RUNS } from './messages.ts';

const COUNT = 1000;
/** Two of a thousand keys are the same once in 8,600 runs: eleven are, never. */
const LEAST_DISTINCT = 990;
/** A bit that chance alone decides is the same in forty keys once in ten billion runs; in ten, often. */
const LEAST_TELLING = 40;
/** A thousand bytes take 251 of their 256 values, give or take a few. */
const LEAST_VALUES = 200;
/** Two bytes are equal 4 times in a thousand. */
const MOST_EQUAL = 100;
const MOST_SAME_STEPS = 100;
/** Of the second run. */
const COMPARED = 100;

async function keysOf(context: CheckContext, count: number): Promise<readonly Uint8Array[]> {
  return (await drawKeys(context, context.subject, count)).map(({ key }) => key);
}

const text = (key: Uint8Array): string => hexadecimal(key);
const distinctOf = (keys: readonly Uint8Array[]): number => new Set(keys.map(text)).size;
const POSITIONS = [0, 1, 2, 3] as const;

export const step = defineStep({
  exports: { [MODULE]: [FUNCTION] },
  freeze: ['Math.random', 'Date.now', 'performance.now'],
  checks: [
    check({
      id: 'C1',
      title: 'Une clé a quatre octets',
      rfc: '§5.3',
      async run({ calls }) {
        for (const returned of await calls(FUNCTION, [[], [], []])) expectKey(returned);
      },
    }),
    check({
      id: 'C2',
      title: 'Mille tirages donnent mille clés, ou presque',
      rfc: '§5.3',
      async run(context) {
        const distinct = distinctOf(await keysOf(context, COUNT));
        if (distinct >= LEAST_DISTINCT) return;
        const mistake = distinct === 1 ? DISTINCT.constant : DISTINCT.repeated;
        fail({
          message: mistake.message,
          sent: SENT(COUNT),
          expected: DISTINCT.expected(LEAST_DISTINCT, COUNT),
          actual: DISTINCT.actual(distinct),
          hint: mistake.hint,
          ...namedBy(mistake),
        });
      },
    }),
    check({
      id: 'C3',
      title: 'Chacun des quatre octets varie, de 0 à 255, sans copier un voisin',
      rfc: '§5.3',
      async run(context) {
        const keys = await keysOf(context, COUNT);
        for (const position of POSITIONS) {
          const values = new Set(keys.map((key) => key[position])).size;
          if (values >= LEAST_VALUES) continue;
          fail({
            message: POSITION.few(position),
            sent: SENT(COUNT),
            expected: POSITION.expected(LEAST_VALUES),
            actual: POSITION.actual(position, values),
            hint: POSITION.fewHint,
          });
        }
        for (const [one, other] of pairs(POSITIONS)) {
          const equal = keys.filter((key) => key[one] === key[other]).length;
          if (equal <= MOST_EQUAL) continue;
          fail({
            message: POSITION.equal(one, other),
            sent: SENT(COUNT),
            expected: POSITION.equalExpected,
            actual: POSITION.equalActual(equal, COUNT),
            hint: POSITION.equalHint,
          });
        }
        // Of four thousand bytes, one of the two ends is missing once in three million runs.
        const bytes = keys.flatMap((key) => [...key]);
        for (const end of [0, 255]) {
          if (bytes.includes(end)) continue;
          fail({
            message: POSITION.missing(end),
            sent: SENT(COUNT),
            expected: POSITION.missingExpected,
            actual: POSITION.missingActual(Math.min(...bytes), Math.max(...bytes)),
            hint: POSITION.missingHint,
            isNamed: true,
          });
        }
      },
    }),
    check({
      id: 'C4',
      title: 'Chacun des 32 bits prend ses deux valeurs',
      rfc: '§5.3',
      async run(context) {
        const keys = await keysOf(context, COUNT);
        // Of a few keys C2 says that they come back; of a single one, that each of its bits stands still is no chance.
        const distinct = distinctOf(keys);
        if (distinct > 1 && distinct < LEAST_TELLING) return;
        for (const position of POSITIONS) {
          for (let bit = 7; bit >= 0; bit -= 1) {
            const ones = keys.filter((key) => ((key[position] ?? 0) >> bit) & 1).length;
            if (ones > 0 && ones < keys.length) continue;
            const value = ones === 0 ? 0 : 1;
            fail({
              message: BIT.stuck(position, bit, value),
              sent: SENT(COUNT),
              expected: BIT.expected,
              actual: BIT.actual(value, COUNT),
              hint: BIT.hint,
            });
          }
        }
      },
    }),
    check({
      id: 'C5',
      title: 'Une clé ne se déduit pas de la précédente par un écart constant',
      rfc: '§10.3',
      async run(context) {
        const keys = await keysOf(context, COUNT);
        for (const stepOf of STEPS) {
          const steps = keys.slice(1).map((key, index) => stepOf(keys[index] ?? key, key));
          const [most = '', times = 0] = mostFrequent(steps);
          if (times <= MOST_SAME_STEPS) continue;
          fail({
            message: STEP.message,
            sent: SENT(COUNT),
            expected: STEP.expected,
            actual: STEP.actual(times, steps.length, most),
            hint: STEP.hint,
          });
        }
      },
    }),
    check({
      id: 'C6',
      title: 'Une clé rendue ne change plus',
      rfc: null,
      async run(context) {
        expectUnchanged(await drawKeys(context, context.subject, COUNT), COUNT);
        expectUnchanged(await drawHeldKeys(context), POOL);
      },
    }),
    check({
      id: 'C7',
      title: 'Deux exécutions du même programme tirent des clés différentes',
      rfc: '§10.3',
      freshSubjects: 1,
      async run(context) {
        // Near the first key of both runs: a generator is caught where it starts.
        const here = await drawKeys(context, context.subject, COUNT);
        const [second = context.subject] = context.fresh;
        const there = await drawKeys(context, second, COMPARED);
        const known = new Set(here.map(({ key }) => text(key)));
        const shared = there.filter(({ key }) => known.has(text(key))).length;
        if (shared <= COMPARED / 2) return;
        fail({
          message: TWO_RUNS.message,
          sent: TWO_RUNS.sent(COMPARED),
          expected: TWO_RUNS.expected,
          actual: TWO_RUNS.actual(shared, COMPARED),
          hint: TWO_RUNS.hint,
        });
      },
    }),
  ],
});

function expectUnchanged(keys: readonly DrawnKey[], count: number): void {
  for (const { key, later } of keys) {
    if (text(key) === text(later)) continue;
    fail({
      message: MEMORY.message,
      sent: SENT(count),
      expected: text(key),
      actual: text(later),
      where: MEMORY.where,
      hint: MEMORY.hint,
    });
  }
}

/** The key as a number in either byte order, then bit by bit: a counter may be kept in any of them. */
const STEPS: readonly ((before: Uint8Array, after: Uint8Array) => string)[] = [
  (before, after) => `+${(wordOf(after, false) - wordOf(before, false)) >>> 0}`,
  (before, after) => `+${(wordOf(after, true) - wordOf(before, true)) >>> 0}`,
  (before, after) => `^${(wordOf(after, false) ^ wordOf(before, false)) >>> 0}`,
];

const wordOf = (key: Uint8Array, isLittleEndian: boolean): number =>
  new DataView(key.buffer, key.byteOffset, 4).getUint32(0, isLittleEndian);

function mostFrequent(items: readonly string[]): readonly [string, number] | readonly [] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [];
}

const pairs = (items: readonly number[]): readonly (readonly [number, number])[] =>
  items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
