async function* proposes(offre = '') {
  for (const [nom] of offre.matchAll(/[^,\s]+/g)) yield nom;
}

export const choisirSousProtocole = async (offre, acceptes) => {
  for await (const nom of proposes(offre)) {
    if (acceptes.some((accepte) => accepte === nom)) return nom;
  }
  return null;
};
