// The real ws on the virtual Node against the real ws on the real Node.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bootVirtualNode, realNode, uncaught, type NodeModules } from '../guest.fixture.ts';
import { DEFLATE_CASES } from './ws-deflate.conformance.ts';
import { RAW_FRAMES, rawFrames } from './ws-frames.conformance.ts';
import { HANDSHAKE_CASES } from './ws-handshake.conformance.ts';
import { MESSAGE_CASES } from './ws-messages.conformance.ts';

let virtual: NodeModules;
let real: NodeModules;

beforeAll(async () => {
  ({ modules: virtual } = await bootVirtualNode());
  real = await realNode();
});

afterEach(() => {
  expect(uncaught.splice(0)).toEqual([]);
});

test.each(Object.entries(RAW_FRAMES))(
  'a ws server answers with the same bytes to %s',
  { timeout: 20_000 },
  async (_title, hex) => {
    expect(await rawFrames(virtual, hex)).toEqual(await rawFrames(real, hex));
  },
);

describe.each([...HANDSHAKE_CASES, ...MESSAGE_CASES, ...DEFLATE_CASES])(
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
