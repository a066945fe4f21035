// The virtual http against the real one: answers byte for byte, then behaviours case by case.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bootVirtualNode, realNode, uncaught, type NodeModules } from '../guest.fixture.ts';
import { answerTo, bytesOf, RAW_REQUESTS, RESPONSES } from './http-bytes.conformance.ts';
import { CLIENT_CASES } from './http-client.conformance.ts';
import { SERVER_CASES } from './http-server.conformance.ts';
import { UPGRADE_CASES } from './http-upgrade.conformance.ts';

let virtual: NodeModules;
let real: NodeModules;

beforeAll(async () => {
  ({ modules: virtual } = await bootVirtualNode());
  real = await realNode();
});

afterEach(() => {
  expect(uncaught.splice(0)).toEqual([]);
});

test.each(Object.entries(RAW_REQUESTS))(
  'a server answers as Node does to %s',
  { timeout: 20_000 },
  async (_title, bytes) => {
    expect(await answerTo(virtual, bytes)).toBe(await answerTo(real, bytes));
  },
);

test.each(Object.entries(RESPONSES))(
  'a response is written as Node writes it: %s',
  { timeout: 20_000 },
  async (_title, listener) => {
    expect(await bytesOf(virtual, listener)).toBe(await bytesOf(real, listener));
  },
);

describe.each([...SERVER_CASES, ...CLIENT_CASES, ...UPGRADE_CASES])(
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
