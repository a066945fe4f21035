// échoue : C4 seulement
// confusion : spaces-kept
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function calculerAccept(cle) {
  if (/\s/.test(cle)) throw new Error('clé invalide');
  return createHash('sha1').update(cle + GUID).digest('base64');
}
