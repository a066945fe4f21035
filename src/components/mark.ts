// The mark: the first 32 bits of the frame that says « Bonjour », woven, one colour for each field.

/** `81 07 42 6f`: FIN and text, no mask and 7 bytes, then « Bo » (RFC 6455 §5.2, §5.7). */
export const MARK_BYTES = [0x81, 0x07, 0x42, 0x6f] as const;

export type FrameField = 'fin' | 'opcode' | 'mask' | 'length' | 'payload';

export type Cell = {
  readonly row: number;
  readonly column: number;
  /** 1: the warp passes over; 0: the weft does. */
  readonly bit: 0 | 1;
  readonly field: FrameField;
};

/** Each bit of an unmasked frame whose length fits in 7 bits, eight to a row. */
export function cellsOf(bytes: readonly number[]): readonly Cell[] {
  return bytes.flatMap((byte, row) =>
    Array.from({ length: 8 }, (_, column) => ({
      row,
      column,
      bit: ((byte >> (7 - column)) & 1) === 1 ? (1 as const) : (0 as const),
      field: fieldAt(row, column),
    })),
  );
}

function fieldAt(row: number, column: number): FrameField {
  if (row === 0) return column < 4 ? 'fin' : 'opcode';
  if (row === 1) return column === 0 ? 'mask' : 'length';
  return 'payload';
}

/** Where a cell's thread is drawn, in squares of side 10: upright, over the weft, or lying. */
export function threadOf({ row, column, bit }: Cell) {
  return bit === 1
    ? { x: column * 10 + 3, y: row * 10 + 0.5, width: 4, height: 9 }
    : { x: column * 10 + 0.5, y: row * 10 + 3, width: 9, height: 4 };
}
