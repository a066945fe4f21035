import { expect, test } from 'vitest';
import { createMux, messagePortCarrier, type Mux } from '../mux/index.ts';
import { PortListeners } from './port-listeners.ts';

/** The student's side of a mux whose streams come to `listeners`. */
function studentOf(listeners: PortListeners): Mux & Disposable {
  const { port1, port2 } = new MessageChannel();
  const grader = createMux(messagePortCarrier(port1), {
    side: 'opener',
    onStream: (stream) => {
      listeners.offer(stream);
    },
  });
  const student = createMux(messagePortCarrier(port2), { side: 'accepter' });
  return Object.assign(student, {
    [Symbol.dispose]: () => {
      grader.close();
    },
  });
}

test('accept() gives the connections that wait and those that come later', async () => {
  const listeners = new PortListeners();
  using student = studentOf(listeners);
  const visitors = listeners.accept(9090)[Symbol.asyncIterator]();
  const first = student.connect({ port: 9090 });
  expect((await visitors.next()).done).toBe(false);
  const waited = visitors.next();
  const second = student.connect({ port: 9090 });
  expect((await waited).done).toBe(false);
  await Promise.all([first, second]);
});

test('a port on which nobody waits refuses, and so does one whose loop has ended', async () => {
  const listeners = new PortListeners();
  using student = studentOf(listeners);
  await expect(student.connect({ port: 9090 })).rejects.toMatchObject({ reason: 'refused' });
  const visitors = listeners.accept(9090)[Symbol.asyncIterator]();
  await visitors.return?.();
  await expect(student.connect({ port: 9090 })).rejects.toMatchObject({ reason: 'refused' });
});

test('a loop over connections ends when the realm does', async () => {
  const listeners = new PortListeners();
  const visitors = listeners.accept(9090)[Symbol.asyncIterator]();
  const waited = visitors.next();
  listeners.close();
  expect((await waited).done).toBe(true);
  expect((await visitors.next()).done).toBe(true);
});

test('a port has one listener', () => {
  const listeners = new PortListeners();
  listeners.accept(9090);
  expect(() => listeners.accept(9090)).toThrow('9090');
});
