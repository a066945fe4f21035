export default function masquer(donnees, cle) {
  return Uint8ClampedArray.from(donnees, (octet, i) => octet ^ cle[i % 4]);
}
export { masquer };
