// A navigation to a student's server: it gets a page of ours, never the student's bytes.
import { LIVE_PREFIX, parseLivePath } from '../../live/index.ts';
import { MAX_TARGET_LENGTH, toOriginForm } from '../request-path.ts';

/** The visitor's page, which reads the code from its own address. */
export const LIVE_PAGE = LIVE_PREFIX;

/** Whether that page is what a request target names. Whatever follows the code opens no file. */
export function namesLivePage(requestTarget: string): boolean {
  return (
    requestTarget.length <= MAX_TARGET_LENGTH && parseLivePath(toOriginForm(requestTarget)) !== null
  );
}
