// Une bulle de chat, deux façons de l’écrire ; `auteur` et `texte` viennent d’un autre participant.
function avecBalises(bulle, auteur, texte) {
  // #region dangereux
  bulle.innerHTML = `<b>${auteur}</b> ${texte}`;
  // #endregion
}

function enTexte(bulle, auteur, texte) {
  // #region sur
  const nom = document.createElement('b');
  nom.textContent = auteur;
  bulle.append(nom, ' ', texte);
  // #endregion
}
