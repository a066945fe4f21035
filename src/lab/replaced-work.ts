// What « Revenir au départ » replaced, kept until the student takes it back or passes: a reload must not lose it.
import * as v from 'valibot';
import { recall, remember } from './safe-storage.ts';

const keyOf = (path: string): string => `trame-replaced:${path}`;

/** The text that the last reset of `path` (`poignee/accept.js`) replaced; `null` when none waits. */
export function readReplaced(path: string): string | null {
  return recall('localStorage', keyOf(path), v.string());
}

export function keepReplaced(path: string, text: string): void {
  remember('localStorage', keyOf(path), text);
}

export function forgetReplaced(path: string): void {
  remember('localStorage', keyOf(path), null);
}
