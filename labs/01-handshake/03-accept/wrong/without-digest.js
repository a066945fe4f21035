// échoue : C1
import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function calculerAccept(cle) {
  return createHash('sha1').update(cle.trim() + GUID);
}
