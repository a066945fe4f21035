// `node:url`: the standard URL, and the old parser as far as reading `request.url` needs it.
import { nodeError } from './errors.ts';
import { parse as parseQuery } from './querystring.ts';

const URL_PARTS =
  /^(?:([a-z][a-z\d+.-]*:)?\/\/(?:([^/?#@]*)@)?([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** The old `url.parse`: never throws on a path with a query, which is what servers give it. */
export function parse(text: string, parsesQuery = false) {
  const [, protocol, auth, host, pathname, search, hash] = URL_PARTS.exec(text.trim()) ?? [];
  const [hostname, port] = host === undefined ? [] : host.split(':');
  const query = search?.slice(1) ?? null;
  return {
    protocol: protocol?.toLowerCase() ?? null,
    slashes: host === undefined ? null : true,
    auth: auth === undefined ? null : decodeURIComponent(auth),
    host: host?.toLowerCase() ?? null,
    port: port ?? null,
    hostname: hostname?.toLowerCase() ?? null,
    hash: hash ?? null,
    search: search ?? (parsesQuery ? '' : null),
    query: parsesQuery ? parseQuery(query) : query,
    // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing -- '' is no path
    pathname: pathname || (host === undefined ? null : '/'),
    path: `${pathname ?? ''}${search ?? ''}` || null,
    href: text,
  };
}

type LegacyUrl = {
  readonly protocol?: string | null;
  readonly host?: string | null;
  readonly hostname?: string | null;
  readonly port?: string | number | null;
  readonly pathname?: string | null;
  readonly search?: string | null;
  readonly hash?: string | null;
};

export function format(url: string | URL | LegacyUrl): string {
  if (typeof url === 'string') return url;
  if (url instanceof URL) return url.href;
  const host = url.host ?? (url.hostname ? `${url.hostname}${url.port ? `:${url.port}` : ''}` : '');
  const origin = host ? `${url.protocol ?? ''}//${host}` : (url.protocol ?? '');
  return `${origin}${url.pathname ?? ''}${url.search ?? ''}${url.hash ?? ''}`;
}

export function fileURLToPath(url: string | URL): string {
  const { protocol, pathname } = new URL(url);
  if (protocol !== 'file:') {
    throw nodeError(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  }
  return decodeURIComponent(pathname);
}

export function pathToFileURL(path: string): URL {
  return new URL(`file://${path.split('/').map(encodeURIComponent).join('/')}`);
}

/** The options of `http.request` that a URL stands for. */
export function urlToHttpOptions(url: URL) {
  return {
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    hash: url.hash,
    search: url.search,
    pathname: url.pathname,
    path: `${url.pathname}${url.search}`,
    href: url.href,
    ...(url.port !== '' && { port: Number(url.port) }),
    ...((url.username || url.password) && {
      auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`,
    }),
  };
}

const url = {
  URL: globalThis.URL,
  URLSearchParams: globalThis.URLSearchParams,
  parse,
  format,
  resolve: (from: string, to: string) => {
    const base = new URL(to, new URL(from, 'resolve://'));
    return base.protocol === 'resolve:' ? `${base.pathname}${base.search}${base.hash}` : base.href;
  },
  fileURLToPath,
  pathToFileURL,
  urlToHttpOptions,
  domainToASCII: (domain: string) => new URL(`ws://${domain}`).hostname,
};
export default url;
