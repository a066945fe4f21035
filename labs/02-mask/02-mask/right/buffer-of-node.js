import { Buffer } from 'node:buffer';

export function masquer(donnees, cle) {
  const octets = Buffer.from(donnees);
  for (const [i, octet] of octets.entries()) octets[i] = octet ^ cle[i % cle.length];
  return octets;
}
