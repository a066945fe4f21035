export function lireRequete(texte) {
  if (!texte.includes('\r\n\r\n')) return null;
  const [[premiere], lignes] = ((tout) => [tout.slice(0, 1), tout.slice(1)])(
    texte.split('\r\n\r\n', 1)[0].split('\r\n'),
  );
  const [methode, cible, protocole] = premiere.split(/ +/);
  const entetes = lignes
    .map((ligne) => /^([^:]*):\s*(.*?)\s*$/.exec(ligne).slice(1))
    .reduce(
      (table, [nom, valeur]) =>
        table.set(nom.toLowerCase(), [...(table.get(nom.toLowerCase()) ?? []), valeur]),
      new Map(),
    );
  for (const [nom, valeurs] of entetes) entetes.set(nom, valeurs.join(', '));
  return Object.freeze({ methode, cible, version: protocole.split('/')[1], entetes });
}
