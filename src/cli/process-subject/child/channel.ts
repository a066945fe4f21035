// The child's two pipes to the command line, opened before student code; what is said on them carries a seal.
import { readSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { encodeFrame, FrameReader, keepLengthsOwn, SEAL_LENGTH } from '../frame-pipe.ts';
import type { FromChild, ToChild } from '../process-message.ts';

/** File descriptors given by the parent: Node's own IPC would show as `process.send` and `process.on('message')`. */
const INBOX = 3;
const OUTBOX = 4;

/** Milliseconds between two tries when the pipe is full. */
const RETRY = 1;

const nap = new Int32Array(new SharedArrayBuffer(4));

/**
 * What the parent sends before anything else. Student code can open a pipe by its number, read it dry or write to it,
 * but not write what the parent would take for our words.
 */
const seal = readSeal();

function readSeal(): Uint8Array {
  const bytes = new Uint8Array(SEAL_LENGTH);
  for (let read = 0; read < SEAL_LENGTH;) {
    const count = readSync(INBOX, bytes, read, SEAL_LENGTH - read, null);
    if (count === 0) throw new Error('The parent went away before it gave its seal');
    read += count;
  }
  keepLengthsOwn(bytes, SEAL_LENGTH);
  return bytes;
}

/** Writes at once, so that the last words of a dying process arrive. */
export function post(message: FromChild): void {
  const frame = encodeFrame(message, seal);
  for (let written = 0; written < frame.length;) {
    try {
      written += writeSync(OUTBOX, frame, written);
    } catch (error) {
      if (!isFull(error)) return;
      Atomics.wait(nap, 0, 0, RETRY);
    }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}

/** Calls `received` for each message of the parent; the process ends when the parent is gone. */
export function listen(received: (message: ToChild) => void, exit: (code: number) => void): void {
  const reader = new FrameReader({
    // The parent is the one end that is trusted here.
    received: (value) => {
      received(value as ToChild);
    },
    broken: () => {
      exit(1);
    },
  });
  const inbox = new Socket({ fd: INBOX, readable: true, writable: false });
  inbox.on('data', (chunk: Buffer) => {
    reader.push(chunk);
  });
  inbox.on('close', () => {
    exit(0);
  });
}
