// échoue : C5
// confusion : shared-memory
export function creerDemasqueur(cle) {
  const tampon = new Uint8Array(65536);
  let vus = 0;
  return (morceau) => {
    for (let i = 0; i < morceau.length; i++) tampon[i] = morceau[i] ^ cle[vus++ % 4];
    return tampon.subarray(0, morceau.length);
  };
}
