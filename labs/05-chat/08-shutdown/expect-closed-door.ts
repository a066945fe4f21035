// Check C2 of step 5.8: from the call on, nobody comes in any more, however the server says so.
import { type CheckContext, fail } from '../../../src/grading/index.ts';
import type { BenchKind } from '../server-bench.ts';
import { Visitor } from '../visitor.ts';
import { Closing, drawDelay } from './closing.ts';
import { DOOR } from './messages.ts';

const KINDS: readonly BenchKind[] = ['joined', 'apart'];

/** While a client that does not answer keeps the stop from ending, then once it is over. */
export async function expectNobodyComesIn({ subject, random }: CheckContext): Promise<void> {
  for (const kind of KINDS) {
    const closing = await Closing.open(subject, random, { kind, delay: drawDelay(random) });
    await closing.joinAll(random.integer(1, 2), 'polite');
    await closing.join('mute');
    await closing.call();
    await expectRefused(closing, { random, when: 'during' });
    await closing.pass(Math.floor((closing.delay * random.integer(10, 80)) / 100));
    await expectRefused(closing, { random, when: 'during' });
    await closing.finish();
    await expectRefused(closing, { random, when: 'after' });
    await closing.close();
  }
}

async function expectRefused(
  closing: Closing,
  { random, when }: { readonly random: CheckContext['random']; readonly when: 'during' | 'after' },
): Promise<void> {
  const { subject, port } = closing.bench;
  const visitor = await Visitor.tryToJoin(subject, port, random);
  if (visitor === null) return;
  fail({
    message: DOOR.open[when],
    sent: DOOR.sent[when](closing.sent),
    expected: DOOR.expected,
    actual: 'HTTP/1.1 101 Switching Protocols',
    where: DOOR.where(closing.elapsed),
    hint: DOOR.hint[when],
  });
}
