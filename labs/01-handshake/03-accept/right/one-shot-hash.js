import { hash } from 'node:crypto';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export const calculerAccept = async (cle) => hash('sha1', cle.trim() + GUID, 'base64');
