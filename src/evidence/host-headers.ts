// The built-in `Headers`, captured before student code can touch it, and only where student code may make one.
import { construct, get, isObject, methodOf, refuse, type Uncurried } from './primordials.ts';

type Entry = [unknown, unknown];

/** What leads to a `Headers` that the program makes, by the names that it must then write. */
const WAYS_TO_HEADERS = /\b(?:Headers|Request|Response)\b/;

const captured: { entries: Uncurried; next: Uncurried } = { entries: refuse, next: refuse };

/** Throws for anything that is not a `Headers`. */
export function headersEntries(value: unknown): Iterator<Entry> {
  return captured.entries(value) as Iterator<Entry>;
}

export function headersIteratorNext(iterator: Iterator<Entry>): IteratorResult<Entry> {
  return captured.next(iterator) as IteratorResult<Entry>;
}

/**
 * Called before any student code. Node makes `Headers` on its first use, whoever reads the name, and takes 60 ms for
 * it, more than all the rest of a start: a program in which no name leads to one is spared them.
 */
export function captureHeaders(sources: Readonly<Record<string, string>>): void {
  if (!Object.values(sources).some((source) => WAYS_TO_HEADERS.test(source))) return;
  const HeadersClass = get(globalThis, 'Headers') as unknown;
  if (!isObject(HeadersClass)) return;
  captured.entries = methodOf(get(HeadersClass, 'prototype') as object, 'entries');
  const iterator = captured.entries(construct(HeadersClass as new () => object, []));
  captured.next = methodOf(iterator as object, 'next');
}
