// A module of ours beside the student's: it keeps hold of the server that theirs makes, so that it can be told to stop.
import type { LiveStep } from '../live/start-server.ts';
import type { ChatEntry } from './chat-server.ts';

type Files = Readonly<Record<string, string>>;

/** No file of a lab has such a name. */
const ENTRY = 'essayer-le-chat.js';

/** `made`: the module that exports what makes the server (`chat/assemblage.js`, `creerChat`). */
export function withEntry(
  files: Files,
  made: Pick<LiveStep, 'module' | 'export'>,
): ChatEntry & { readonly files: Files } {
  const source = `import * as chat from ${JSON.stringify(`./${made.module}`)};
let serveur;
export const ouvrir = (options) => (serveur = chat[${JSON.stringify(made.export)}](options));
export const arreter = () => serveur.arreter();
`;
  return { files: { ...files, [ENTRY]: source }, entry: ENTRY, open: 'ouvrir', stop: 'arreter' };
}
