export function nouvelleCle() {
  // Le système recueille du hasard que personne ne voit ; « crypto » en donne quatre octets,
  // sans lien avec les précédents, dans un tableau neuf.
  return crypto.getRandomValues(new Uint8Array(4));
}
