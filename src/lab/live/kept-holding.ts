// The code that a tab holds, kept over a reload: the address that visitors have goes on leading to it.
import { holdingSchema, type LiveHolding } from '../../live/index.ts';
import { recall, remember } from '../safe-storage.ts';

/** One for each program: 5.7 and 5.8 put the same chat online, at the same address. In the tab's own storage, not the browser's. */
const keyOf = (module: string): string => `trame-live:${module}`;

export function recallHolding(module: string): LiveHolding | null {
  return recall('sessionStorage', keyOf(module), holdingSchema);
}

export function keepHolding(module: string, holding: LiveHolding): void {
  remember('sessionStorage', keyOf(module), holding);
}

export function forgetHolding(module: string): void {
  remember('sessionStorage', keyOf(module), null);
}
