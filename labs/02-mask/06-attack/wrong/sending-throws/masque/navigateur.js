export function nouvelleCle() {
  return crypto.getRandomValues(new Uint8Array(4));
}

export function envoyer() {
  throw new Error('envoi interdit');
}
