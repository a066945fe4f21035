export async function creerDemasqueur(cle) {
  let vus = 0;
  return async (morceau) => {
    const depart = vus;
    vus += morceau.length;
    await null;
    return Array.from(morceau, (octet, i) => octet ^ cle[(depart + i) % 4]);
  };
}
