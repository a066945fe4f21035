export function decoderTrame(octets) {
  // L’appelant peut réemployer ses octets quand la promesse est réglée, pas avant : on copie tout de même d’abord.
  const copie = new Uint8Array(octets);
  return new Promise((rendre) => {
    setTimeout(() => {
      const vue = new DataView(copie.buffer);
      const court = vue.getUint8(1) & 127;
      let debut = 2;
      let longueur = court;
      if (court === 126) [longueur, debut] = [vue.getUint16(2), 4];
      if (court === 127) [longueur, debut] = [Number(vue.getBigUint64(2)), 10];
      const masque = vue.getUint8(1) >= 128;
      const cle = masque ? copie.slice(debut, debut + 4) : null;
      if (cle) debut += 4;
      const donnees = copie.slice(debut, debut + longueur);
      rendre({
        fin: vue.getUint8(0) >= 128,
        opcode: vue.getUint8(0) & 15,
        masque,
        donnees: cle ? donnees.map((octet, i) => octet ^ cle[i % 4]) : donnees,
        reste: copie.slice(debut + longueur),
      });
    }, 20);
  });
}
