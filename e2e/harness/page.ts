// The page of the sandbox's browser tests: what a lab page will do with a Sandbox, without the lab.
import { createSandbox, type Sandbox } from '../../src/sandbox/index.ts';

/** What tests find on `window`. */
export type Harness = {
  /** Over the guest, as the site has it. */
  readonly sandbox: Sandbox;
  readonly createSandbox: typeof createSandbox;
  /** The longest gap between two beats of the page's main thread since `watch()`, in milliseconds. */
  watch(): () => number;
};

declare global {
  interface Window {
    harness: Harness;
  }
}

const BEAT_MILLISECONDS = 10;

window.harness = {
  sandbox: createSandbox({
    document,
    runtime: async () => (await fetch('/guest.js')).text(),
  }),
  createSandbox,
  watch: () => {
    let longest = 0;
    let last = performance.now();
    const beat = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    };
    const timer = setInterval(beat, BEAT_MILLISECONDS);
    return () => {
      beat();
      clearInterval(timer);
      return Math.round(longest);
    };
  },
};
