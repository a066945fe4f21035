export function nouvelleCle() {
  // Quatre octets qui ont l’air tirés au sort. Pour qui n’a pas vu comment ; et pour les autres ?
  return Uint8Array.from({ length: 4 }, () => Math.floor(Math.random() * 256));
}

// Dix clés de suite. Pendant la vérification, le hasard de « Math.random » ne change plus.
for (let n = 0; n < 10; n++) {
  const octets = Array.from(nouvelleCle(), (octet) => octet.toString(16).padStart(2, '0'));
  console.log(octets.join(' '), '█'.repeat(nouvelleCle()[0] / 16));
}
