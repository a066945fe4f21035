export function couper(texte) {
  const fin = texte.search(/\r\n\r\n/);
  return fin === -1 ? null : texte.slice(0, fin).split(/\r\n/);
}

export function grouper(lignes) {
  const paires = lignes.map((ligne) => {
    const [, nom, valeur] = ligne.match(/^([^:]+):(.*)$/);
    return { nom: nom.trim().toLowerCase(), valeur: valeur.trim() };
  });
  const groupes = Map.groupBy(paires, ({ nom }) => nom);
  return new Map(
    Array.from(groupes, ([nom, liste]) => [nom, liste.map(({ valeur }) => valeur).join(', ')]),
  );
}
