// How the checks of step 1.7 bring up the student's server, and the options they give it.
import { openServers, type StudentServer, type Subject } from '../../../src/grading/index.ts';

export const CREATION = { module: 'poignee/serveur.js', name: 'creerServeur' } as const;

export type Options = {
  readonly chemins: readonly string[];
  readonly sousProtocoles: readonly string[];
};

export const OPTIONS: Options = { chemins: ['/chat', '/'], sousProtocoles: ['chat', 'superchat'] };

/** `count` servers with the same options: what one connection breaks, the next does not see. */
export function openAlike(subject: Subject, count: number): Promise<readonly StudentServer[]> {
  return openServers(
    subject,
    CREATION,
    Array.from({ length: count }, () => [OPTIONS]),
  );
}

/** One connection to each server, opened together. */
export function connectEach(servers: readonly StudentServer[]) {
  return Promise.all(servers.map((server) => server.connect()));
}
