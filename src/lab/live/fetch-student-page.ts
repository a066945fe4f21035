// Asks the relay for the page that a code's holder gives to visitors: data, which is parsed like anybody's.
import {
  LIVE_PAGE_FILE,
  LIVE_PREFIX,
  parseStudentPage,
  type StudentPage,
} from '../../live/index.ts';

export type FetchedPage =
  | { readonly status: 'given'; readonly page: StudentPage }
  /** `none`: online without a page. `away`: back in a moment. `unknown`: nobody is online. `unreachable`: no network. */
  | { readonly status: 'none' | 'away' | 'unknown' | 'unreachable' };

/** Never rejects. */
export async function fetchStudentPage(code: string): Promise<FetchedPage> {
  try {
    const response = await fetch(`${LIVE_PREFIX}${code}/${LIVE_PAGE_FILE}`, { cache: 'no-store' });
    switch (response.status) {
      case 200: {
        const page = parseStudentPage(await response.text());
        return page === null ? { status: 'none' } : { status: 'given', page };
      }
      case 204:
        return { status: 'none' };
      case 404:
        return { status: 'unknown' };
      default:
        return { status: 'away' };
    }
  } catch {
    return { status: 'unreachable' };
  }
}
