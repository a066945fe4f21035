// The virtual network against the real one, case by case; then what only the virtual one has.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bootVirtualNode, realNode, uncaught, type NodeModules } from '../guest.fixture.ts';
import { NET_CASES } from './net.conformance.ts';

let virtual: NodeModules;
let real: NodeModules;

beforeAll(async () => {
  ({ modules: virtual } = await bootVirtualNode());
  real = await realNode();
});

afterEach(() => {
  expect(uncaught.splice(0)).toEqual([]);
});

describe.each(NET_CASES)('$title', ({ run, expected }) => {
  test('in the virtual Node', { timeout: 20_000 }, async () => {
    expect(await run(virtual)).toEqual(expected);
  });
  test('in the real Node', { timeout: 20_000 }, async () => {
    expect(await run(real)).toEqual(expected);
  });
});
