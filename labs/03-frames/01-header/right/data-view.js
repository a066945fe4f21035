export function lireDeuxOctets(o0, o1) {
  const vue = new DataView(Uint8Array.of(o0, o1).buffer);
  const mot = vue.getUint16(0);
  return {
    fin: (mot & 0x8000) !== 0,
    rsv1: (mot & 0x4000) !== 0,
    rsv2: (mot & 0x2000) !== 0,
    rsv3: (mot & 0x1000) !== 0,
    opcode: vue.getUint8(0) & 15,
    masque: vue.getInt8(1) < 0,
    longueur7: vue.getUint8(1) & 127,
  };
}
