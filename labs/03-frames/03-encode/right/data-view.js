export function encoderTrame(opcode, donnees, options) {
  const fin = options?.fin ?? true;
  const cle = options?.cle ?? null;
  const octets = typeof donnees === 'string' ? new TextEncoder().encode(donnees) : donnees;
  const n = octets.length;
  const etendue = n < 126 ? 0 : n < 0x10000 ? 2 : 8;
  const debut = 2 + etendue + (cle ? 4 : 0);
  const vue = new DataView(new ArrayBuffer(debut + n));
  vue.setUint8(0, (fin ? 0x80 : 0) | opcode);
  vue.setUint8(1, (cle ? 0x80 : 0) | (etendue === 0 ? n : etendue === 2 ? 126 : 127));
  if (etendue === 2) vue.setUint16(2, n);
  if (etendue === 8) vue.setUint32(6, n);
  if (cle) cle.forEach((o, i) => vue.setUint8(debut - 4 + i, o));
  octets.forEach((o, i) => vue.setUint8(debut + i, cle ? o ^ cle[i % 4] : o));
  return vue.buffer;
}
