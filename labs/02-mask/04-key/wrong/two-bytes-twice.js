// échoue : C3
// confusion : one-byte-copied
export function nouvelleCle() {
  const [un, deux] = crypto.getRandomValues(new Uint8Array(2));
  return [un, deux, un, deux];
}
