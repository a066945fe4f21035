// The opcodes by name: what a frame carries (RFC 6455 §5.2 and §11.8).

export const OPCODE = {
  continuation: 0x0,
  text: 0x1,
  binary: 0x2,
  close: 0x8,
  ping: 0x9,
  pong: 0xa,
} as const;

export type OpcodeName = keyof typeof OPCODE;
export type Opcode = (typeof OPCODE)[OpcodeName];

const NAMES: ReadonlyMap<number, OpcodeName> = new Map([
  [OPCODE.continuation, 'continuation'],
  [OPCODE.text, 'text'],
  [OPCODE.binary, 'binary'],
  [OPCODE.close, 'close'],
  [OPCODE.ping, 'ping'],
  [OPCODE.pong, 'pong'],
]);

/** The name of an opcode, or `null` for those that RFC 6455 reserves: 3 to 7 and B to F. */
export function opcodeName(opcode: number): OpcodeName | null {
  return NAMES.get(opcode) ?? null;
}

/** Control frames are the opcodes whose most significant bit is 1, reserved ones included (RFC 6455 §5.5). */
export function isControlOpcode(opcode: number): boolean {
  return (opcode & 0x8) !== 0;
}
