import * as crypto from 'node:crypto';

export default function calculerAccept(cle) {
  return crypto.createHash('sha1').update(`${cle.trim()}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`, 'ascii').digest('base64');
}

export { calculerAccept };
