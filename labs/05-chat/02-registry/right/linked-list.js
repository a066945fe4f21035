export function creerRegistre() {
  const tete = { suivant: null };
  let nombre = 0;
  const precedentDe = (client) => {
    let noeud = tete;
    while (noeud.suivant && noeud.suivant.client !== client) noeud = noeud.suivant;
    return noeud;
  };
  return {
    ajouter(client) {
      const dernier = precedentDe(client);
      if (dernier.suivant) return;
      dernier.suivant = { client, suivant: null };
      nombre += 1;
    },
    retirer(client) {
      const avant = precedentDe(client);
      if (!avant.suivant) return;
      avant.suivant = avant.suivant.suivant;
      nombre -= 1;
    },
    get taille() {
      return nombre;
    },
    pourChacun(action) {
      const presents = [];
      for (let noeud = tete.suivant; noeud; noeud = noeud.suivant) presents.push(noeud.client);
      for (const client of presents) action(client);
    },
  };
}
