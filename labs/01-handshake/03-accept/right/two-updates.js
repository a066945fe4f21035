import { createHash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function calculerAccept(cle) {
  const empreinte = createHash('sha1');
  empreinte.update(cle.trim());
  empreinte.update(GUID);
  return empreinte.digest('base64');
}
