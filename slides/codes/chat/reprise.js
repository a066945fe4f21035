// Ce que le serveur garde pour qui revient : les derniers messages, numérotés.
// #region reprise
const historique = [];
let dernier = 0;

function retenir(texte) {
  historique.push({ id: ++dernier, texte });
  if (historique.length > 500) historique.shift();
}

function depuis(id) {
  const premier = historique[0]?.id ?? 1;
  if (id + 1 < premier || id > dernier) return null; // tout redemander
  return historique.filter((message) => message.id > id);
}
// #endregion

export { depuis, retenir };
