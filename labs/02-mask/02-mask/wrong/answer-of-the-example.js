// échoue : C2
// confusion : memory-between-calls
export function masquer() {
  return Uint8Array.of(0x7f, 0x9f, 0x4d, 0x51, 0x58);
}
