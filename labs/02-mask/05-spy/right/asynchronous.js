export async function espionner(trame) {
  const octets = [...trame];
  octets.shift();
  const longueur7 = octets.shift() - 0x80;
  octets.splice(0, longueur7 === 126 ? 2 : longueur7 === 127 ? 8 : 0);
  const cle = octets.splice(0, 4);
  const blob = new Blob([Uint8Array.from(octets, (octet, i) => octet ^ cle[i % 4])]);
  return blob.text();
}
