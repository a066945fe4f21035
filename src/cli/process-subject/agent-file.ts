// Where the agent of the child process is, as it was written and as Node compiled it.
import { fileURLToPath } from 'node:url';

/** What `ProcessLink` starts, TypeScript that Node reads as it is. */
export const AGENT = fileURLToPath(new URL('./child/main.ts', import.meta.url));

/** Where Node keeps the compiled agent: reading it anew takes longer than everything else in a start. */
export const AGENT_CACHE = fileURLToPath(
  new URL('../../../node_modules/.cache/trame-realm', import.meta.url),
);
