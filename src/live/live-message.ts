// The text messages between the tab that puts a server online and the server that relays to it; all else is multiplexed bytes.
import * as v from 'valibot';
import { isLiveCode } from './live-code.ts';
import { LIVE_WARNINGS } from './live-warning.ts';

/** The tab's WebSocket goes there; only pages of this site may open it. */
export const LIVE_ENDPOINT = '/ws/live';

/** A code, and the secret that proves whose it is. The secret stays in the tab that was given it. */
const holdingSchema = v.object({
  code: v.pipe(v.string(), v.check(isLiveCode)),
  /** base64url. */
  secret: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
});

const claimSchema = v.object({
  type: v.literal('claim'),
  /** To be given back the code that this tab held before a cut. */
  resume: v.optional(holdingSchema),
});

const claimedSchema = v.object({
  type: v.literal('claimed'),
  ...holdingSchema.entries,
  /** `http://192.168.1.12:4321` …: where other machines reach this server. Empty when `loopbackOnly`. */
  origins: v.array(v.string()),
  /** Only this machine reaches the server: a phone cannot come. */
  loopbackOnly: v.boolean(),
  /** The command that makes it reachable; null when it is. */
  restart: v.nullable(v.string()),
});

const warningSchema = v.object({
  type: v.literal('warning'),
  /** The id of the visitor's stream (`MuxStream.id`); null when none was opened for it. */
  visitor: v.nullable(v.number()),
  reason: v.picklist(LIVE_WARNINGS),
  /** What the reason is about (names of header fields, a status, a number), as text; empty when it says all. */
  detail: v.string(),
});

/** Said at a regular pace: a tab that hears nothing for long has lost the relay, though no TCP has told it so. */
const aliveSchema = v.object({ type: v.literal('alive') });

const serverMessageSchema = v.variant('type', [claimedSchema, warningSchema, aliveSchema]);

export type LiveHolding = v.InferOutput<typeof holdingSchema>;
/** The tab's first message, and its only text. */
export type ClaimMessage = v.InferOutput<typeof claimSchema>;
/** The server's first message. */
export type ClaimedMessage = v.InferOutput<typeof claimedSchema>;
/** Something about the student's server, or a visitor, that the student should know. */
export type WarningMessage = v.InferOutput<typeof warningSchema>;
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;

/** What a tab says; null when it is nothing that a tab may say. */
export function parseTabMessage(text: string): ClaimMessage | null {
  return parse(claimSchema, text);
}

/** What the server says; null when it is nothing that this page knows. */
export function parseServerMessage(text: string): ServerMessage | null {
  return parse(serverMessageSchema, text);
}

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | null {
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(text));
    return success ? output : null;
  } catch {
    return null;
  }
}
