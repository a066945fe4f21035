// What the cases of the contract share: a realm for one case, and assertions that throw, without any test runner.
import type { ByteStream } from '../../mux/byte-stream.ts';
import {
  SubjectEnded,
  type CreateSubject,
  type Ending,
  type LoadOutcome,
  type Subject,
  type SubjectOptions,
} from '../subject.ts';

/** One promise of a Subject. It runs wherever its kind of Subject does: under Node, or in a page. */
export type ContractCase = {
  readonly title: string;
  readonly run: (createSubject: CreateSubject) => Promise<void>;
};

/** The file that the cases load when they need only one. */
export const MAIN = 'poignee/main.js';

export type CaseFiles = string | Readonly<Record<string, string>>;

/** A realm for `use`, gone afterwards. One text stands for the file `MAIN`. */
export async function withSubject(
  createSubject: CreateSubject,
  files: CaseFiles,
  use: (subject: Subject) => Promise<void>,
  options: Partial<SubjectOptions> = {},
): Promise<void> {
  const all = typeof files === 'string' ? { [MAIN]: files } : files;
  const subject = await createSubject({ files: all, modules: [MAIN], seed: 1, ...options });
  try {
    await use(subject);
  } finally {
    await subject[Symbol.asyncDispose]();
  }
}

/** As `withSubject`, with the files already loaded. */
export async function withLoaded(
  createSubject: CreateSubject,
  files: CaseFiles,
  use: (subject: Subject) => Promise<void>,
  options: Partial<SubjectOptions> = {},
): Promise<void> {
  const useLoaded = async (subject: Subject) => {
    const outcome = await subject.load();
    same(outcome.status, 'loaded', 'the outcome of load()');
    await use(subject);
  };
  await withSubject(createSubject, files, useLoaded, options);
}

/** What loading the files gives, in a realm that is then thrown away. */
export async function loadingOf(
  createSubject: CreateSubject,
  files: CaseFiles,
  options: Partial<SubjectOptions> = {},
): Promise<LoadOutcome> {
  const outcomes: LoadOutcome[] = [];
  const load = async (subject: Subject) => {
    outcomes.push(await subject.load());
  };
  await withSubject(createSubject, files, load, options);
  return present(outcomes[0], 'an outcome of load()');
}

/** The ending that `waiting` was rejected with; the subject must tell of the same one. */
export async function endingOf(subject: Subject, waiting: Promise<unknown>): Promise<Ending> {
  try {
    await waiting;
  } catch (error) {
    if (!(error instanceof SubjectEnded)) throw error;
    same(await subject.ended, error.ending, 'the ending of the subject');
    return error.ending;
  }
  throw new Error('expected the realm to end, but it answered');
}

/** Fails unless both are the same value all the way down. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [written(actual), written(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, received ${left}`);
}

/** Fails unless `condition` holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected ${what}`);
}

/** The value, which must be there. */
export function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined)
    throw new Error(`expected ${what}, received ${String(value)}`);
  return value;
}

/** A text that two values share only when they are the same; keys of objects in any order. */
function written(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (value instanceof Uint8Array) return `bytes ${value.join(' ')}`;
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).sort();
    return `{ ${keys.map((key) => `${key}: ${written(Reflect.get(value, key))}`).join(', ')} }`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** Reads until `length` bytes have come, or the end. */
export async function readBytes(stream: ByteStream, length: number): Promise<Uint8Array> {
  const reader = stream.readable.getReader();
  const bytes: number[] = [];
  try {
    while (bytes.length < length) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const byte of value) bytes.push(byte);
    }
  } finally {
    reader.releaseLock();
  }
  return Uint8Array.from(bytes);
}

/** Sends `text`, one byte a character. */
export async function sendText(stream: ByteStream, text: string): Promise<void> {
  const writer = stream.writable.getWriter();
  await writer.write(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  writer.releaseLock();
}

/** Bytes as text, one character a byte. */
export function textOfBytes(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
