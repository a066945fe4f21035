// échoue : C2
// confusion : remembered-answer
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

let recu = '';

export function calculerAccept(cle) {
  recu += cle.trim();
  return createHash('sha1').update(recu + GUID).digest('base64');
}
