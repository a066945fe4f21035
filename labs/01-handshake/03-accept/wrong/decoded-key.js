// échoue : C1
// confusion : decoded-key
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function calculerAccept(cle) {
  const octets = Buffer.from(cle.trim(), 'base64');
  return createHash('sha1').update(octets).update(GUID).digest('base64');
}
