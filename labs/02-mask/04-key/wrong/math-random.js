// échoue : C2
// confusion : predictable-source
export function nouvelleCle() {
  return Uint8Array.from({ length: 4 }, () => Math.random() * 256);
}
