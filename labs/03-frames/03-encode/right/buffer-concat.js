import { Buffer } from 'node:buffer';

export function encoderTrame(opcode, donnees, options = {}) {
  const { fin = true, cle = null } = options;
  const octets = Buffer.from(donnees);
  const n = octets.length;
  let entete;
  if (n < 126) {
    entete = Buffer.of(0, n);
  } else if (n < 65536) {
    entete = Buffer.alloc(4);
    entete[1] = 126;
    entete.writeUInt16BE(n, 2);
  } else {
    entete = Buffer.alloc(10);
    entete[1] = 127;
    entete.writeBigUInt64BE(BigInt(n), 2);
  }
  entete[0] = (fin ? 128 : 0) + opcode;
  if (cle === null) return Buffer.concat([entete, octets]);
  entete[1] += 128;
  for (let i = 0; i < n; i++) octets[i] ^= cle[i & 3];
  return Buffer.concat([entete, cle, octets]);
}
