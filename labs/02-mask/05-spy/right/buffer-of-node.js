import { Buffer } from 'node:buffer';

const SUPPLEMENT = { 126: 2, 127: 8 };

export function espionner(trame) {
  const octets = Buffer.from(trame);
  const debut = 2 + (SUPPLEMENT[octets.readUInt8(1) - 128] ?? 0);
  const cle = octets.subarray(debut, debut + 4);
  const clair = octets.subarray(debut + 4);
  for (const [i, octet] of clair.entries()) clair[i] = octet ^ cle[i % 4];
  return clair.toString();
}
