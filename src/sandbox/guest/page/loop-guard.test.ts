import { describe, expect, test } from 'vitest';
import { createLoopGuard, THREAD_BUDGET } from './loop-guard.ts';

/** A guard on a clock of ours, with what it asked for and told. */
function setUp(refusals = 0) {
  const seen = { now: 0, turns: 0, trips: 0, refusals, blindLooks: 0 };
  const guard = createLoopGuard({
    now: () => {
      if (seen.blindLooks > 0) {
        seen.blindLooks -= 1;
        throw new RangeError('Maximum call stack size exceeded');
      }
      return seen.now;
    },
    askForTurn: () => {
      seen.turns += 1;
    },
    tripped: () => {
      if (seen.refusals > 0) {
        seen.refusals -= 1;
        throw new RangeError('Maximum call stack size exceeded');
      }
      seen.trips += 1;
    },
  });
  return { seen, guard };
}

/** Enough for the guard to look at the clock once. */
const MANY = 100;

function enterOften({ enter }: { readonly enter: () => void }, count = MANY): void {
  for (let call = 0; call < count; call += 1) enter();
}

/** Code that is still there when its budget is spent. */
function holdTooLong({ seen, guard }: ReturnType<typeof setUp>): void {
  guard.enter();
  seen.now = THREAD_BUDGET;
  expect(() => {
    enterOften(guard);
  }).toThrow('stopped');
}

describe('createLoopGuard()', () => {
  test('lets code run that ends within its budget, and asks for one turn only', () => {
    const { seen, guard } = setUp();
    enterOften(guard);
    seen.now = THREAD_BUDGET - 1;
    enterOften(guard);
    expect(seen).toMatchObject({ turns: 1, trips: 0 });
  });

  test('stops code that holds the thread for its whole budget', () => {
    const { seen, guard } = setUp();
    holdTooLong({ seen, guard });
    expect(seen.trips).toBe(1);
  });

  test('gives a new budget at each turn of the event loop', () => {
    const { seen, guard } = setUp();
    for (let turn = 1; turn <= 5; turn += 1) {
      enterOften(guard);
      seen.now += THREAD_BUDGET - 1;
      enterOften(guard);
      guard.rest();
    }
    expect(seen).toMatchObject({ turns: 5, trips: 0 });
  });

  test('goes on throwing once it has stopped, after a turn too, and tells it once', () => {
    const { seen, guard } = setUp();
    holdTooLong({ seen, guard });
    guard.rest();
    expect(guard.enter).toThrow('stopped');
    expect(guard.enter).toThrow('stopped');
    expect(seen).toMatchObject({ turns: 1, trips: 1 });
  });

  test('tells it later when the stack had no room to tell it', () => {
    const { seen, guard } = setUp(2);
    holdTooLong({ seen, guard });
    expect(seen.trips).toBe(0);
    expect(guard.enter).toThrow('stopped');
    expect(seen.trips).toBe(0);
    expect(guard.enter).toThrow('stopped');
    expect(seen.trips).toBe(1);
  });

  test('looks at the next call when the stack had no room to look, and not sixteen calls later', () => {
    const { seen, guard } = setUp();
    guard.enter();
    seen.now = THREAD_BUDGET;
    seen.blindLooks = 1;
    expect(() => {
      enterOften(guard);
    }).toThrow(RangeError);
    expect(guard.enter).toThrow('stopped');
  });

  test.each(['rest', 'tellIfDue'] as const)(
    'tells in %s() what no call has told: the recursion has returned, and nothing more is called',
    (when) => {
      const { seen, guard } = setUp(1);
      guard[when]();
      expect(seen.trips).toBe(0);
      holdTooLong({ seen, guard });
      expect(seen.trips).toBe(0);
      guard[when]();
      guard[when]();
      expect(seen.trips).toBe(1);
    },
  );
});
