// The mark tells the truth: its cells are the bits of a real frame, and the icon is the same mark.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cellsOf, MARK_BYTES, threadOf } from './mark.ts';

test('the mark weaves 32 cells', () => {
  expect(cellsOf(MARK_BYTES)).toHaveLength(32);
});

test('the cells are the bits of 81 07 42 6f, in order', () => {
  const bits = cellsOf(MARK_BYTES).map(({ bit }) => bit);
  expect(Number.parseInt(bits.join(''), 2)).toBe(0x8107426f);
});

test('the fields are those of an unmasked frame with a 7-bit length [RFC 6455 §5.2]', () => {
  const fields = cellsOf(MARK_BYTES).map(({ field }) => field);
  const count = (name: string) => fields.filter((field) => field === name).length;
  expect(['fin', 'opcode', 'mask', 'length', 'payload'].map(count)).toEqual([4, 4, 1, 7, 16]);
});

test('the icon of the tab draws the same cells', () => {
  const icon = readFileSync(path.resolve(import.meta.dirname, '../../public/mark.svg'), 'utf8');
  const drawn = [
    ...icon.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="([\d.]+)" width="(\d)"/g),
  ].map(([, field, x, y, width]) => [field, Number(x), Number(y), Number(width)]);
  const threads = cellsOf(MARK_BYTES).map((cell) => {
    const { x, y, width } = threadOf(cell);
    return [cell.field, x, y, width];
  });
  expect(drawn).toEqual(threads);
});
