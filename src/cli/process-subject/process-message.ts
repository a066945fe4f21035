// What the two ends of a process Subject say to each other: the realm's protocol, and the ports of the loopback.
import type { RealmCommand, RealmMessage } from '../../realm/protocol.ts';

/** From us to the child. A route tells where a connection of the student's client to `port` must go. */
export type ToChild =
  | { readonly kind: 'command'; readonly command: RealmCommand }
  | { readonly kind: 'route'; readonly port: number; readonly actual: number };

/** From the child to us; hostile, as all that comes from a realm. `actual` is the free port that stands for `port`. */
export type FromChild =
  | { readonly kind: 'message'; readonly message: RealmMessage }
  | { readonly kind: 'listening'; readonly port: number; readonly actual: number }
  | { readonly kind: 'closed'; readonly port: number };

/** `message` is left for the Subject to parse. */
export type ParsedFromChild =
  { readonly kind: 'message'; readonly message: unknown } | Exclude<FromChild, { kind: 'message' }>;

export function parseFromChild(value: unknown): ParsedFromChild | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  const { kind, message, port, actual } = value as Record<string, unknown>;
  if (kind === 'message') return { kind, message };
  if (!isPort(port)) return null;
  if (kind === 'closed') return { kind, port };
  return kind === 'listening' && isPort(actual) ? { kind, port, actual } : null;
}

function isPort(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) < 65_536;
}
