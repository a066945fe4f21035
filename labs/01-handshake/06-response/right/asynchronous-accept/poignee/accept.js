const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function calculerAccept(cle) {
  const octets = new TextEncoder().encode(cle.trim() + GUID);
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-1', octets))));
}
