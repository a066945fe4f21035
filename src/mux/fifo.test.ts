// The order of a queue, whatever has already left it.
import { expect, test } from 'vitest';
import { Fifo } from './fifo.ts';

test('items leave in the order in which they came, however pushes and shifts alternate', () => {
  const fifo = new Fifo<number>();
  const left: (number | undefined)[] = [];
  let pushed = 0;
  for (let round = 0; round < 100; round++) {
    for (let count = 0; count < 100; count++) fifo.push(pushed++);
    for (let count = 0; count < 70; count++) left.push(fifo.shift());
    expect(fifo.length).toBe(pushed - left.length);
    expect(fifo.first).toBe(left.length);
  }
  while (fifo.length > 0) left.push(fifo.shift());
  expect(left).toEqual(Array.from({ length: pushed }, (_, index) => index));
});

test('an empty one gives nothing, before, after, and once cleared', () => {
  const fifo = new Fifo<string>();
  expect([fifo.first, fifo.shift(), fifo.length]).toEqual([undefined, undefined, 0]);
  fifo.push('a');
  fifo.push('b');
  fifo.shift();
  fifo.clear();
  expect([fifo.first, fifo.shift(), fifo.length]).toEqual([undefined, undefined, 0]);
  fifo.push('c');
  expect(fifo.shift()).toBe('c');
});

// With `Array.prototype.shift`, a minute: the square of what waits.
test('half a million items leave at the same cost each', () => {
  const fifo = new Fifo<number>();
  const count = 500_000;
  for (let item = 0; item < count; item++) fifo.push(item);
  let sum = 0;
  while (fifo.length > 0) sum += fifo.shift() ?? 0;
  expect(sum).toBe((count * (count - 1)) / 2);
});
