// échoue : C1
// confusion : chunks-counted
export function creerDemasqueur(cle) {
  const tournante = [...cle];
  return (morceau) => {
    const clair = morceau.map((octet, i) => octet ^ tournante[i % 4]);
    tournante.push(tournante.shift());
    return clair;
  };
}
