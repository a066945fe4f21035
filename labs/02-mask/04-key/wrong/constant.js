// échoue : C2
// confusion : drawn-once
export function nouvelleCle() {
  return Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
}
