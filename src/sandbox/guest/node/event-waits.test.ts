// Events awaited, in the virtual Node and in the real one: what comes, what ends the wait, and what is left behind.
import realEvents from 'node:events';
import { describe, expect, test } from 'vitest';
import virtualEvents from './events.ts';

type Emitter = {
  eventNames(): (string | symbol)[];
  listenerCount(name: string | symbol): number;
};

const left = (emitter: Emitter): number =>
  emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);

describe.each([
  ['the virtual Node', virtualEvents],
  ['the real Node', realEvents],
])('in %s', (_name, { EventEmitter, on, once }) => {
  test('an event that comes ends the wait, with its arguments', async () => {
    const emitter = new EventEmitter();
    const wait = once(emitter, 'x');
    emitter.emit('x', 1, 'deux');
    expect(await wait).toEqual([1, 'deux']);
    expect(left(emitter)).toBe(0);
  });

  test('an error ends the wait for something else, and leaves no listener', async () => {
    const emitter = new EventEmitter();
    const wait = once(emitter, 'x');
    emitter.emit('error', new RangeError('trop'));
    await expect(wait).rejects.toThrow(RangeError);
    expect(left(emitter)).toBe(0);
  });

  test('an error awaited by its name is what came', async () => {
    const emitter = new EventEmitter();
    const wait = once(emitter, 'error');
    const error = new RangeError('trop');
    emitter.emit('error', error);
    expect(await wait).toEqual([error]);
  });

  test('a wait given up says why, and leaves no listener', async () => {
    const emitter = new EventEmitter();
    const given = new AbortController();
    const wait = once(emitter, 'x', { signal: given.signal });
    given.abort('assez');
    await expect(wait).rejects.toMatchObject({
      name: 'AbortError',
      code: 'ABORT_ERR',
      cause: 'assez',
    });
    expect(left(emitter)).toBe(0);
    await expect(once(emitter, 'x', { signal: given.signal })).rejects.toThrow(/aborted/);
  });

  test('an event of an EventTarget is awaited too', async () => {
    const target = new EventTarget();
    const wait = once(target, 'x');
    target.dispatchEvent(new Event('x'));
    expect(((await wait) as [Event])[0].type).toBe('x');
  });

  test('an iterator keeps what comes before it is first asked', async () => {
    const emitter = new EventEmitter();
    const events = on(emitter, 'x', { close: ['end'] });
    emitter.emit('x', 1, 2);
    emitter.emit('end');
    emitter.emit('x', 3);
    const seen: unknown[] = [];
    for await (const values of events) seen.push(values);
    expect(seen).toEqual([[1, 2]]);
    expect(left(emitter)).toBe(0);
  });

  test('an iterator given back while it waits is over at once', async () => {
    const emitter = new EventEmitter();
    const events = on(emitter, 'x');
    const asked = events.next();
    const over = { value: undefined, done: true };
    expect(await events.return?.()).toEqual(over);
    expect(await asked).toEqual(over);
    expect(left(emitter)).toBe(0);
  });

  test('an error is thrown once, after what came before it', async () => {
    const emitter = new EventEmitter();
    const events = on(emitter, 'x');
    emitter.emit('x', 1);
    emitter.emit('error', new RangeError('trop'));
    expect((await events.next()).value).toEqual([1]);
    await expect(events.next()).rejects.toThrow(RangeError);
    expect(await events.next()).toEqual({ value: undefined, done: true });
    expect(left(emitter)).toBe(0);
  });

  test('a signal ends an iterator that waits, and refuses a new one', async () => {
    const emitter = new EventEmitter();
    const given = new AbortController();
    const asked = on(emitter, 'x', { signal: given.signal }).next();
    given.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    expect(left(emitter)).toBe(0);
    expect(() => on(emitter, 'x', { signal: given.signal })).toThrow(/aborted/);
  });
});
