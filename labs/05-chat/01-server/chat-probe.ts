// Starts and stops the student's chat beside it, and keeps what it gave, for the probes that follow.
import { SETTLE_IN_PROBE } from '../../../src/grading/index.ts';

/** `null`: called without an argument. */
export type Options = { readonly port?: number } | null;

/** What each call gave is found under this key of the realm's global object. */
const CHATS = `Symbol.for('trame.chats')`;

/**
 * Input `{ module, options }`; `options` is `null` for a call without an argument. Evidence `{ place, port, stage }`,
 * where `stage` is `null`, or says at what the call failed, with `thrown` or `value`.
 */
export const START_CHAT = `${SETTLE_IN_PROBE}
const { module, options } = input;
const { demarrer } = modules[module];
if (!globalThis[${CHATS}]) globalThis[${CHATS}] = [];
const chats = globalThis[${CHATS}];
const outcome = await settle(() => (options === null ? demarrer() : demarrer(options)));
if (outcome === null) return { stage: 'unsettled' };
if ('thrown' in outcome) return { stage: 'threw', thrown: outcome.thrown };
const chat = outcome.value;
if (typeof chat !== 'object' || chat === null) return { stage: 'not-a-chat', value: chat };
const { port } = chat;
if (typeof chat.arreter !== 'function') return { stage: 'no-stop', value: typeof chat.arreter };
const place = chats.length;
chats[place] = chat;
return { stage: null, place, port };`;

/** Input `{ place }`. Evidence: `null`, or `{ thrown }`, or `{ unsettled: true }`. */
export const STOP_CHAT = `${SETTLE_IN_PROBE}
const chat = globalThis[${CHATS}][input.place];
const outcome = await settle(() => chat.arreter());
if (outcome === null) return { unsettled: true };
return 'thrown' in outcome ? outcome : null;`;
