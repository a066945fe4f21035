// échoue : C5 seulement
// confusion : re-encoded-key
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function calculerAccept(cle) {
  const propre = Buffer.from(cle.trim(), 'base64').toString('base64');
  return createHash('sha1').update(propre + GUID).digest('base64');
}
