// The host's side alone, against a realm played by hand: what it believes, and when it loses patience.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AgentLink, AgentLinkHandlers } from './agent-link.ts';
import { createAgentSubject } from './agent-subject.ts';
import type { RealmCommand } from '../realm/protocol.ts';
import { SubjectEnded } from './subject.ts';

const OPTIONS = { files: {}, modules: ['a.js'], seed: 1, deadline: 800 };
const LOADED = { status: 'loaded', exports: {}, functions: {} };

/** A realm that says nothing by itself; `posted` holds the commands it received, pings aside. */
function playRealm() {
  const posted: Exclude<RealmCommand, { type: 'ping' }>[] = [];
  const pings: number[] = [];
  let handlers: AgentLinkHandlers | null = null;
  const kill = vi.fn(() => Promise.resolve());
  const link: AgentLink = {
    post: (command) => {
      if (command.type === 'ping') pings.push(command.id);
      else posted.push(command);
    },
    listen: (given) => {
      handlers = given;
    },
    kill,
    connect: () => Promise.reject(new Error('no streams here')),
    accept: () => {
      throw new Error('no streams here');
    },
  };
  const subject = createAgentSubject(link, OPTIONS);
  const say = (message: unknown) => handlers?.message(message);
  return { subject, posted, pings, kill, say, gone: () => handlers?.gone({ reason: 'memory' }) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createAgentSubject()', () => {
  test('gives each reply to the command that has its id', async () => {
    const { subject, posted, say } = playRealm();
    say({ type: 'ready' });
    const [first, second] = [subject.clock.now(), subject.clock.now()];
    say({ type: 'time', id: posted[1]?.id, now: 2 });
    say({ type: 'time', id: posted[0]?.id, now: 1 });
    expect([await first, await second]).toEqual([1, 2]);
  });

  test.each([
    ['no object', 'texte'],
    ['an unknown type', { type: 'verdict', id: 1, pass: true }],
    ['a reply of another type', { type: 'time', id: 1, now: 0 }],
    ['a reply to nobody', { type: 'loaded', id: 99, outcome: LOADED }],
    [
      'an outcome without form',
      { type: 'loaded', id: 1, outcome: { status: 'loaded', exports: 3 } },
    ],
  ])('ignores %s', async (_name, message) => {
    const { subject, posted, say } = playRealm();
    say({ type: 'ready' });
    const load = subject.load();
    expect(posted[0]?.id).toBe(2);
    say(message);
    say({
      ...(typeof message === 'object' ? message : {}),
      id: 2,
      type: 'loaded',
      outcome: LOADED,
    });
    expect(await load).toEqual(LOADED);
  });

  test('ends a realm that sends too much of what means nothing', async () => {
    const { subject, say, kill } = playRealm();
    for (let count = 0; count <= 20_000; count += 1) say(null);
    expect(await subject.ended).toEqual({ reason: 'flood' });
    expect(kill).toHaveBeenCalledOnce();
  });

  test('kills a realm that no longer answers pings, and rejects what waited', async () => {
    const { subject, say, kill } = playRealm();
    say({ type: 'ready' });
    const call = subject.call('a.js', 'f', [[]]);
    const rejected = expect(call).rejects.toBeInstanceOf(SubjectEnded);
    await vi.advanceTimersByTimeAsync(900);
    await rejected;
    expect(await subject.ended).toEqual({ reason: 'deadline', milliseconds: 800 });
    expect(kill).toHaveBeenCalledOnce();
  });

  test('lets a realm that answers its pings take longer than the deadline', async () => {
    const { subject, posted, pings, say } = playRealm();
    say({ type: 'ready' });
    const call = subject.call('a.js', 'f', []);
    for (let step = 0; step < 20; step += 1) {
      await vi.advanceTimersByTimeAsync(100);
      say({ type: 'pong', id: pings.at(-1) });
    }
    say({ type: 'called', id: posted[0]?.id, outcomes: [] });
    expect(await call).toEqual([]);
  });

  test('does not wait for a load beyond the deadline, pings or not', async () => {
    const { subject, pings, say } = playRealm();
    say({ type: 'ready' });
    const rejected = expect(subject.load()).rejects.toBeInstanceOf(SubjectEnded);
    for (let step = 0; step < 9; step += 1) {
      await vi.advanceTimersByTimeAsync(100);
      say({ type: 'pong', id: pings.at(-1) });
    }
    await rejected;
  });

  test('counts no deadline before the realm is ready', async () => {
    const { subject, posted, say } = playRealm();
    const load = subject.load();
    await vi.advanceTimersByTimeAsync(5_000);
    say({ type: 'ready' });
    say({ type: 'loaded', id: posted[0]?.id, outcome: LOADED });
    expect(await load).toEqual(LOADED);
  });

  test('believes no outcomes that are not there: a hole in the list is not one', async () => {
    const { subject, posted, say } = playRealm();
    say({ type: 'ready' });
    const call = subject.call('a.js', 'f', [[], []]);
    const id = posted[0]?.id;
    const outcome = { status: 'unsettled', argumentsAfter: [] };
    say({ type: 'called', id, outcomes: new Array(2) });
    say({ type: 'called', id, outcomes: [{ ...outcome, argumentsAfter: new Array(1) }, outcome] });
    say({ type: 'called', id, outcomes: [outcome, outcome] });
    expect(await call).toEqual([outcome, outcome]);
  });

  test('believes neither too few nor too many outcomes', async () => {
    const { subject, posted, say } = playRealm();
    say({ type: 'ready' });
    const call = subject.call('a.js', 'f', [[], []]);
    say({ type: 'called', id: posted[0]?.id, outcomes: [] });
    await expect(call).rejects.toBeInstanceOf(SubjectEnded);
  });

  test('keeps the first ending, and hears nothing after it', async () => {
    const { subject, say, gone } = playRealm();
    say({ type: 'ready' });
    say({ type: 'ended', ending: { reason: 'exited', code: 3, location: null } });
    gone();
    say({ type: 'console', lines: [{ level: 'log', text: 'après', location: null }] });
    expect(await subject.ended).toEqual({ reason: 'exited', code: 3, location: null });
    expect(subject.console).toEqual([]);
    await expect(subject.load()).rejects.toBeInstanceOf(SubjectEnded);
  });

  test('tells the grader’s mistakes apart from the end of the realm', async () => {
    const { subject, posted, say } = playRealm();
    say({ type: 'ready' });
    const probe = subject.probe('(', null);
    say({ type: 'refused', id: posted[0]?.id, message: 'Unexpected end of input' });
    await expect(probe).rejects.toThrow('Unexpected end of input');
    await expect(probe).rejects.not.toBeInstanceOf(SubjectEnded);
  });
});
