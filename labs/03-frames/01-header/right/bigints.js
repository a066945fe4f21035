export function lireDeuxOctets(o0, o1) {
  const [b0, b1] = [BigInt(o0), BigInt(o1)];
  return {
    fin: (b0 & 0x80n) !== 0n,
    rsv1: (b0 & 0x40n) !== 0n,
    rsv2: (b0 & 0x20n) !== 0n,
    rsv3: (b0 & 0x10n) !== 0n,
    opcode: b0 & 0x0fn,
    masque: (b1 & 0x80n) !== 0n,
    longueur7: b1 & 0x7fn,
  };
}
