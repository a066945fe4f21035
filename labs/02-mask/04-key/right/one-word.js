export function nouvelleCle() {
  return crypto.getRandomValues(new Uint32Array(1));
}
