// échoue : C6 seulement
// confusion : key-altered
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function calculerAccept(cle) {
  const propre = cle.replace(/^[^A-Za-z0-9]+/, '').trim();
  return createHash('sha1').update(propre + GUID).digest('base64');
}
