// What leaves the student's realm: a plain, structured-cloneable picture of a value, capped in depth, width and bytes.

/** How a sequence of bytes was held by the student's code. `Array`: a long array of integers 0–255. */
export type BytesKind =
  'Buffer' | 'Uint8Array' | 'ArrayBuffer' | 'DataView' | 'TypedArray' | 'Array';

/**
 * The picture of one value. Every member survives `postMessage` and Node's advanced IPC serialisation.
 * `array` covers every iterable that is not a map, a set, bytes or a string once it has been expanded.
 * `unreadable` stands where a getter, a proxy trap or an iterator threw or never ended: hostile values are evidence too.
 * `truncated` stands where a cap was reached (`EVIDENCE_CAPS`); `length` then tells the true size where it is known.
 */
export type Evidence =
  | { readonly type: 'undefined' }
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'bigint'; readonly value: bigint }
  | { readonly type: 'string'; readonly value: string; readonly length: number }
  | { readonly type: 'symbol'; readonly description: string }
  | { readonly type: 'function'; readonly name: string }
  | {
      readonly type: 'bytes';
      readonly kind: BytesKind;
      readonly bytes: Uint8Array;
      readonly length: number;
    }
  | { readonly type: 'array'; readonly items: readonly Evidence[]; readonly length: number }
  | {
      readonly type: 'map';
      readonly kind: 'Map' | 'Headers';
      readonly entries: readonly (readonly [Evidence, Evidence])[];
    }
  | { readonly type: 'set'; readonly items: readonly Evidence[] }
  | {
      readonly type: 'object';
      readonly className: string | null;
      /** Own string keys, in order. */
      readonly entries: readonly (readonly [string, Evidence])[];
      /** What is read by name through the prototypes up to, and without, `Object.prototype`. */
      readonly inherited?: readonly (readonly [string, Evidence])[];
    }
  | ({ readonly type: 'error' } & ThrownEvidence)
  | { readonly type: 'unreadable'; readonly reason: string }
  | { readonly type: 'truncated'; readonly reason: 'depth' | 'width' | 'bytes' | 'cycle' };

/** Where in the student's files something happened: path as the student knows it, 1-based line and column. */
export type SourceLocation = {
  readonly file: string;
  readonly line: number;
  readonly column: number | null;
};

/** What was thrown: any value may be; `code` is the only part a contract grades. */
export type ThrownEvidence = {
  readonly name: string;
  readonly message: string;
  /** `undefined` when the thrown value has no own or inherited `code`. */
  readonly code: number | string | undefined;
  readonly location: SourceLocation | null;
};

/** A line that the student's code printed. `location` is the line of the call in the student's file, when known. */
export type ConsoleLine = {
  readonly level: 'log' | 'info' | 'debug' | 'warn' | 'error';
  readonly text: string;
  readonly location: SourceLocation | null;
};
