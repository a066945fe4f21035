// échoue : C1
// confusion : not-the-contract
export function lireDeuxOctets(o0, o1) {
  return [(o0 & 0x80) !== 0, (o0 & 0x40) !== 0, (o0 & 0x20) !== 0, (o0 & 0x10) !== 0, o0 & 0x0f, (o1 & 0x80) !== 0, o1 & 0x7f];
}
