// What can go wrong before the server serves, each as one French sentence that says what to do.
import type { ListenOptions } from './command-line.ts';
import { MESSAGES } from './messages.ts';

/** Why `listen()` failed; null when it is none of the reasons that a user can mend. */
export function listenFailure(error: unknown, { port, host }: ListenOptions): string | null {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return MESSAGES.portTaken(port);
    case 'EACCES':
      return MESSAGES.portForbidden(port);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return MESSAGES.addressUnknown(host ?? '');
    case null:
    default:
      return null;
  }
}

/** Why the build failed: `dist` is the folder it writes. */
export function buildFailure(error: unknown, dist: string): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return MESSAGES.cannotWrite(dist);
    case 'ENOSPC':
      return MESSAGES.diskFull;
    case null:
    default:
      return MESSAGES.buildFailed(error instanceof Error ? error.message : String(error));
  }
}

/** A build wraps the errors of the system it runs on: the code is on the error or on one of its causes. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
