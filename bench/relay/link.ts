// One process of a chain that bytes go through: started apart, so that each has an event loop of its own.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export type Link = { readonly answer: unknown; stop(): Promise<void> };

/** Starts `name` of this folder with `args`; `answer` is the first thing that it says of itself. */
export async function startLink(name: string, ...args: string[]): Promise<Link> {
  const child = fork(path.join(import.meta.dirname, name), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [answer] = (await Promise.race([once(child, 'message'), failed(child, name)])) as [unknown];
  return {
    answer,
    stop: async () => {
      if (child.exitCode !== null) return;
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}

/** For a process that listens: `answer` is its port. */
export function portOf({ answer }: Link): number {
  if (typeof answer !== 'number') throw new Error(`no port: ${String(answer)}`);
  return answer;
}

async function failed(child: ChildProcess, name: string): Promise<never> {
  await once(child, 'exit');
  throw new Error(`${name} ended before it said anything`);
}
