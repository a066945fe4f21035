import { webcrypto } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function calculerAccept(cle) {
  const texte = new TextEncoder().encode(cle.replace(/^[ \t]+|[ \t]+$/g, '') + GUID);
  return webcrypto.subtle
    .digest('SHA-1', texte)
    .then((empreinte) => Buffer.from(empreinte).toString('base64'));
}
