// échoue : C2
export function lireDeuxOctets(o0, o1) {
  const b0 = o0.toString(2);
  const b1 = o1.toString(2).padStart(8, '0');
  return {
    fin: b0[0] === '1',
    rsv1: b0[1] === '1',
    rsv2: b0[2] === '1',
    rsv3: b0[3] === '1',
    opcode: o0 & 0x0f,
    masque: b1[0] === '1',
    longueur7: parseInt(b1.slice(1), 2),
  };
}
