// The path of a request, checked before anything opens a file for it.

/** Longest request target, in characters: no address of the site is near it. */
export const MAX_TARGET_LENGTH = 2048;

export type RequestPath =
  | {
      readonly status: 'valid';
      /** The target in origin form, still percent-encoded, with its query. */
      readonly target: string;
      /** Decoded, without the query; begins with a slash, has no empty, dot or hidden segment. */
      readonly pathname: string;
    }
  | { readonly status: 'invalid'; readonly code: 400 | 404 | 414 };

/**
 * Parses a request target. 400: it is no path, or is badly encoded. 404: it is a path that the site cannot have
 * (traversal, hidden files, encoded slashes). 414: it is too long.
 */
export function parseRequestPath(requestTarget: string): RequestPath {
  if (requestTarget.length > MAX_TARGET_LENGTH) return { status: 'invalid', code: 414 };
  const target = toOriginForm(requestTarget);
  if (!target.startsWith('/')) return { status: 'invalid', code: 400 };
  const encoded = target.split(/[?#]/, 1)[0] ?? '';
  const pathname = decode(encoded);
  if (pathname === null || hasControlCharacter(pathname)) return { status: 'invalid', code: 400 };
  // `%2f` would be a slash for the file system and a letter for whoever compares paths.
  if (/%2f|%5c/i.test(encoded) || pathname.includes('\\')) return { status: 'invalid', code: 404 };
  if (!hasSoundSegments(pathname)) return { status: 'invalid', code: 404 };
  return { status: 'valid', target, pathname };
}

/** A server accepts the absolute form too, which proxies use (RFC 9112 §3.2.2). */
export function toOriginForm(requestTarget: string): string {
  return requestTarget.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '');
}

function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** No empty segment but the last, and none that begins with a dot: `.`, `..` and hidden files. */
function hasSoundSegments(pathname: string): boolean {
  const segments = pathname.slice(1).split('/');
  const last = segments.pop() ?? '';
  return (
    segments.every((segment) => segment !== '' && !segment.startsWith('.')) && !last.startsWith('.')
  );
}
