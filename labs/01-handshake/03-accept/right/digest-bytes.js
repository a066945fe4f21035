import crypto from 'node:crypto';
import { Buffer } from 'node:buffer';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function calculerAccept(cle) {
  const octets = crypto.createHash('SHA1').update(Buffer.from(cle.trim() + GUID, 'latin1')).digest();
  return Buffer.from(octets).toString('base64');
}
