// The virtual network against the real one, case by case; then what only the virtual one has.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bootVirtualNode, realNode, uncaught, type NodeModules } from '../guest.fixture.ts';
import { ENDING_CASES } from './net-ending.conformance.ts';
import { LISTENING_CASES } from './net-listening.conformance.ts';
import { TRANSFER_CASES } from './net-transfer.conformance.ts';

let virtual: NodeModules;
let real: NodeModules;

beforeAll(async () => {
  ({ modules: virtual } = await bootVirtualNode());
  real = await realNode();
});

afterEach(() => {
  expect(uncaught.splice(0)).toEqual([]);
});

describe.each([...LISTENING_CASES, ...TRANSFER_CASES, ...ENDING_CASES])(
  '$title',
  ({ run, expected }) => {
    test('in the virtual Node', { timeout: 20_000 }, async () => {
      expect(await run(virtual)).toEqual(expected);
    });
    test('in the real Node', { timeout: 20_000 }, async () => {
      expect(await run(real)).toEqual(expected);
    });
  },
);
