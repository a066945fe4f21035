// a ^ b, sans « ^ » : les bits de l’un ou de l’autre, sauf ceux des deux.
const xor = (a, b) => (a | b) & ~(a & b) & 255;

export function masquer(donnees, cle) {
  return new Uint8Array([...donnees].map((octet, i) => xor(octet, cle.at(i % 4))));
}
