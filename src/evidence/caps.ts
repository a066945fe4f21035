// How much of a value is pictured: enough for every honest result, little enough that a hostile one costs nothing.

export type EvidenceCaps = {
  /** Levels of nesting below the value itself. */
  readonly depth: number;
  /** Items, entries or properties of one container. */
  readonly width: number;
  /** Values pictured by one encoder, all results of a batch together. */
  readonly nodes: number;
  /** Bytes and UTF-16 code units copied by one encoder, all results of a batch together. */
  readonly bytes: number;
  /** UTF-16 code units of one string. */
  readonly text: number;
};

/** The largest honest results are a frame of a few hundred kilobytes and the thousand messages of a burst. */
export const EVIDENCE_CAPS = {
  depth: 8,
  width: 10_000,
  nodes: 200_000,
  bytes: 16 * 1024 * 1024,
  text: 2 * 1024 * 1024,
} as const satisfies EvidenceCaps;
