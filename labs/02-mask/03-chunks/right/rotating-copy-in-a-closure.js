export const creerDemasqueur = (cle) => {
  const tournante = Array.from(cle);
  return (morceau) =>
    Uint8Array.from(morceau, (octet) => {
      const premier = tournante.shift();
      tournante.push(premier);
      return octet ^ premier;
    });
};
