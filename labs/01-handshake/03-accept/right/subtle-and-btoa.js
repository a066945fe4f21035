const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function calculerAccept(cle) {
  const texte = new TextEncoder().encode(cle.trim() + GUID);
  const empreinte = await crypto.subtle.digest('SHA-1', texte);
  return btoa(String.fromCharCode(...new Uint8Array(empreinte)));
}
