// The text messages between the tab that puts a server online and the server that relays to it; all else is multiplexed bytes.
import * as v from 'valibot';
import { isLiveCode } from './live-code.ts';
import { LIVE_WARNINGS } from './live-warning.ts';
import { PAGE_REFUSALS } from './student-page.ts';

/** The tab's WebSocket goes there; only pages of this site may open it. */
export const LIVE_ENDPOINT = '/ws/live';

/** A code, and the secret that proves whose it is. The secret stays in the tab that was given it. */
export const holdingSchema = v.object({
  code: v.pipe(v.string(), v.check(isLiveCode)),
  /** base64url. */
  secret: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
});

const claimSchema = v.object({
  type: v.literal('claim'),
  /** To be given back the code that this tab held before a cut. */
  resume: v.optional(holdingSchema),
  /** A page for visitors follows at once: they wait for it. */
  hasPage: v.optional(v.boolean()),
});

/** A piece of the page that visitors are given (`cutStudentPage`), after the claim; the last one makes it whole. */
const pagePartSchema = v.object({
  type: v.literal('page'),
  /** From 0. */
  part: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  of: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  text: v.string(),
});

const tabMessageSchema = v.variant('type', [claimSchema, pagePartSchema]);

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

/** The page that was sent is what visitors are given from now on. */
const pageKeptSchema = v.object({ type: v.literal('page-kept') });

const pageRefusedSchema = v.object({
  type: v.literal('page-refused'),
  reason: v.picklist(PAGE_REFUSALS),
});

const serverMessageSchema = v.variant('type', [
  claimedSchema,
  warningSchema,
  aliveSchema,
  pageKeptSchema,
  pageRefusedSchema,
]);

export type LiveHolding = v.InferOutput<typeof holdingSchema>;
/** The tab's first message. */
export type ClaimMessage = v.InferOutput<typeof claimSchema>;
export type PagePart = v.InferOutput<typeof pagePartSchema>;
/** The server's first message. */
export type ClaimedMessage = v.InferOutput<typeof claimedSchema>;
/** Something about the student's server, or a visitor, that the student should know. */
export type WarningMessage = v.InferOutput<typeof warningSchema>;
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>;

/** What a tab says; null when it is nothing that a tab may say. */
export function parseTabMessage(text: string): ClaimMessage | PagePart | null {
  return parse(tabMessageSchema, text);
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
