// échoue : C2
// confusion : remembered-answer
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

let reponse;

export function calculerAccept(cle) {
  reponse ??= createHash('sha1').update(cle.trim() + GUID).digest('base64');
  return reponse;
}
