// Work that nobody waits for, when the page has nothing better to do; WebKit has no idle callbacks.
const PATIENCE = 2_000;
const SHORT_WHILE = 200;

export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: PATIENCE });
  else setTimeout(work, SHORT_WHILE);
}
