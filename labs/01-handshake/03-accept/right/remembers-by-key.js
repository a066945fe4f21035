import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const dejaCalcules = new Map();

export function calculerAccept(cle) {
  const propre = cle.trim();
  if (!dejaCalcules.has(propre)) {
    dejaCalcules.set(propre, createHash('sha1').update(propre + GUID).digest('base64'));
  }
  return dejaCalcules.get(propre);
}
