const premier = ([nom, ...suite], acceptes) => {
  if (nom === undefined) return null;
  return acceptes.indexOf(nom) >= 0 ? nom : premier(suite, acceptes);
};

export { choisir as choisirSousProtocole };

function choisir(offre, acceptes) {
  const noms = offre === undefined ? [] : offre.split(',').map((nom) => nom.replace(/^[ \t]+|[ \t]+$/g, ''));
  return premier(noms, acceptes);
}
