const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function calculerAccept(cle) {
  let debut = 0;
  let fin = cle.length;
  while (cle[debut] === ' ' || cle[debut] === '\t') debut++;
  while (fin > debut && (cle[fin - 1] === ' ' || cle[fin - 1] === '\t')) fin--;
  return base64(sha1(cle.slice(debut, fin) + GUID));
}

function sha1(texte) {
  const octets = Array.from(texte, (lettre) => lettre.charCodeAt(0));
  const bits = octets.length * 8;
  octets.push(0x80);
  while (octets.length % 64 !== 56) octets.push(0);
  for (let i = 7; i >= 0; i--) octets.push(Math.floor(bits / 2 ** (8 * i)) & 255);
  let h = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const tourner = (mot, n) => (mot << n) | (mot >>> (32 - n));
  for (let bloc = 0; bloc < octets.length; bloc += 64) {
    const mots = [];
    for (let i = 0; i < 80; i++) {
      const j = bloc + 4 * i;
      mots[i] =
        i < 16
          ? (octets[j] << 24) | (octets[j + 1] << 16) | (octets[j + 2] << 8) | octets[j + 3]
          : tourner(mots[i - 3] ^ mots[i - 8] ^ mots[i - 14] ^ mots[i - 16], 1);
    }
    let [a, b, c, d, e] = h;
    for (let i = 0; i < 80; i++) {
      let f, k;
      if (i < 20) [f, k] = [(b & c) | (~b & d), 0x5a827999];
      else if (i < 40) [f, k] = [b ^ c ^ d, 0x6ed9eba1];
      else if (i < 60) [f, k] = [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
      else [f, k] = [b ^ c ^ d, 0xca62c1d6];
      [a, b, c, d, e] = [(tourner(a, 5) + f + e + k + mots[i]) | 0, a, tourner(b, 30), c, d];
    }
    h = [h[0] + a, h[1] + b, h[2] + c, h[3] + d, h[4] + e].map((mot) => mot | 0);
  }
  return h.flatMap((mot) => [mot >>> 24, (mot >>> 16) & 255, (mot >>> 8) & 255, mot & 255]);
}

function base64(octets) {
  let texte = '';
  for (let i = 0; i < octets.length; i += 3) {
    const groupe = (octets[i] << 16) | ((octets[i + 1] ?? 0) << 8) | (octets[i + 2] ?? 0);
    texte += ALPHABET[groupe >> 18] + ALPHABET[(groupe >> 12) & 63];
    texte += i + 1 < octets.length ? ALPHABET[(groupe >> 6) & 63] : '=';
    texte += i + 2 < octets.length ? ALPHABET[groupe & 63] : '=';
  }
  return texte;
}
