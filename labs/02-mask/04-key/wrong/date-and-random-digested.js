// échoue : C2
// confusion : predictable-source
import { createHash } from 'node:crypto';

export function nouvelleCle() {
  // Une empreinte a l’air aléatoire ; elle ne l’est pas plus que ce que l’on hache.
  const texte = `${new Date().toISOString()} ${Math.random()}`;
  return createHash('sha256').update(texte).digest().subarray(0, 4);
}
