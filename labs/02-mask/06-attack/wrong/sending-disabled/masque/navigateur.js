export function nouvelleCle() {
  return crypto.getRandomValues(new Uint8Array(4));
}

export function envoyer() {
  return new Uint8Array();
}
