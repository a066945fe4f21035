// The Sec-WebSocket-Protocol header: the client offers, the server takes one or none (RFC 6455 §1.9, §4.2.2).
import { parseTokenList } from './header-grammar.ts';

/**
 * The subprotocols offered, by order of preference, or `null` when the value breaks the grammar:
 * tokens, at least one, all different (RFC 6455 §4.1, item 10).
 */
export function parseSubprotocols(value: string): string[] | null {
  const offered = parseTokenList(value);
  return offered !== null && new Set(offered).size === offered.length ? offered : null;
}

/** The first one offered that the server speaks, with its exact case; `null` when there is none. */
export function chooseSubprotocol(
  offered: readonly string[],
  supported: readonly string[],
): string | null {
  return offered.find((subprotocol) => supported.includes(subprotocol)) ?? null;
}
