// What every `WebSocket` of a page does, ours and a browser's own: one list of cases, run against both.
// `scripted-peer.ts` is the server; a case is data in and data out, so that it can cross into a browser.
import { CONSTRUCTOR_CASES } from './constructor.ts';
import { OPENING_CASES } from './opening.ts';
import { RECEIVING_CASES } from './receiving.ts';
import { SENDING_CASES } from './sending.ts';
import { CLOSING_CASES } from './closing.ts';
import { TROUBLE_CASES } from './trouble.ts';
import { HANDLERS_CASES } from './handlers.ts';
import type { ContractCase } from './world.ts';

export const WEB_SOCKET_CONTRACT: readonly ContractCase[] = [
  ...CONSTRUCTOR_CASES,
  ...OPENING_CASES,
  ...RECEIVING_CASES,
  ...SENDING_CASES,
  ...CLOSING_CASES,
  ...TROUBLE_CASES,
  ...HANDLERS_CASES,
];
