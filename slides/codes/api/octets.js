// Un message binaire de six octets : un numéro de capteur, puis une température.
// #region octets
ws.binaryType = 'arraybuffer';

const mesure = new DataView(new ArrayBuffer(6));
mesure.setUint16(0, capteur); // ordre du réseau
mesure.setFloat32(2, degres);
ws.send(mesure);

ws.addEventListener('message', ({ data }) => {
  if (typeof data === 'string') return;
  const recu = new DataView(data);
  afficher(recu.getUint16(0), recu.getFloat32(2));
});
// #endregion
