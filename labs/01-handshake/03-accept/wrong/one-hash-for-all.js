// échoue : C2
// confusion : remembered-answer
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const empreinte = createHash('sha1');

export function calculerAccept(cle) {
  return empreinte.update(cle.trim() + GUID).digest('base64');
}
