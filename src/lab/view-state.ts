// Which of the three views a phone shows, and how far each is scrolled: kept while the tab lives, across reloads.
import * as v from 'valibot';
import { recall, remember } from './safe-storage.ts';

export const VIEWS = ['instructions', 'code', 'result'] as const;
export type View = (typeof VIEWS)[number];

const viewStateSchema = v.object({
  view: v.picklist(VIEWS),
  /** Path of the file in the editor. */
  file: v.optional(v.string()),
  /** Pixels from the top, by view. */
  scroll: v.object({ instructions: v.number(), code: v.number(), result: v.number() }),
});

export type ViewState = v.InferOutput<typeof viewStateSchema>;

const keyOf = (step: string): string => `trame-view:${step}`;

export function readViewState(step: string): ViewState | null {
  return recall('sessionStorage', keyOf(step), viewStateSchema);
}

export function writeViewState(step: string, state: ViewState): void {
  remember('sessionStorage', keyOf(step), state);
}
