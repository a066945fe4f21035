// Cross-site WebSocket hijacking as data: what the browser sends for a hostile page, and what the server makes of it.
import { createUpgradeRequest } from '../../wire/handshake/client-handshake.ts';
import { serialiseRequestHead } from '../../wire/handshake/http-head.ts';

export const PAGES = ['piege.exemple', 'forum.banque.exemple'] as const;
export const SAME_SITE = ['None', 'Lax', 'Strict'] as const;

export type Defences = {
  readonly page: (typeof PAGES)[number];
  readonly sameSite: (typeof SAME_SITE)[number];
  /** The server compares `Origin` with a list (RFC 6455 §10.2). */
  readonly checksOrigin: boolean;
  /** The address must carry a ticket that only a page of the bank can fetch. */
  readonly wantsTicket: boolean;
};

export const UNDEFENDED: Defences = {
  page: 'piege.exemple',
  sameSite: 'None',
  checksOrigin: false,
  wantsTicket: false,
};

export type Outcome = 'hijacked' | 'origin' | 'ticket' | 'anonymous';

const BANK = 'banque.exemple';
const SESSION = 'session=alice';

export const cookieOf = ({ sameSite }: Defences): string =>
  `${SESSION}; Secure; HttpOnly; SameSite=${sameSite}`;

export const originOf = ({ page }: Defences): string => `https://${page}`;

/** The same site is the same registrable domain, whatever stands before it: wider than an origin. */
const isSameSite = ({ page }: Defences): boolean => `.${page}`.endsWith(`.${BANK}`);

/** Across sites a cookie leaves only with `SameSite=None`: a WebSocket is no navigation, so `Lax` keeps it too. */
export const sendsCookie = (defences: Defences): boolean =>
  defences.sameSite === 'None' || isSameSite(defences);

/** The head that leaves Alice's browser. The key is that of RFC 6455 §1.3. */
export function requestHead(defences: Defences): string {
  const head = createUpgradeRequest({
    host: BANK,
    target: '/comptes',
    key: 'dGhlIHNhbXBsZSBub25jZQ==',
    origin: originOf(defences),
  });
  const fields = sendsCookie(defences)
    ? [...head.fields, ['Cookie', SESSION] as const]
    : head.fields;
  return serialiseRequestHead({ ...head, fields }).trimEnd();
}

/** What the server decides, in the order in which a server looks. */
export function outcomeOf(defences: Defences): Outcome {
  if (defences.checksOrigin) return 'origin';
  if (defences.wantsTicket) return 'ticket';
  return sendsCookie(defences) ? 'hijacked' : 'anonymous';
}

const STATUS: Readonly<Record<Outcome, string>> = {
  hijacked: '101 Switching Protocols',
  origin: '403 Forbidden',
  ticket: '403 Forbidden',
  anonymous: '401 Unauthorized',
};

export const statusOf = (defences: Defences): string => `HTTP/1.1 ${STATUS[outcomeOf(defences)]}`;
