// Les réglages sont des données dans la page ; le bouton d’envoi est hors du formulaire, qu’il nomme.
export function installer({ document, ws }) {
  const { maximum, fermeture } = JSON.parse(document.getElementById('reglages').textContent);
  const liste = document.getElementById('messages');
  const formulaire = document.getElementById('formulaire');
  const champ = document.getElementById('texte');

  for (const bouton of formulaire.querySelectorAll('[data-signe]')) {
    bouton.addEventListener('click', () => {
      champ.value += bouton.dataset.signe;
      champ.focus();
    });
  }

  ws.addEventListener('message', ({ data }) => {
    const { type, auteur, texte } = JSON.parse(data);
    if (type !== 'message') return;
    const ligne = document.createElement('li');
    ligne.style.whiteSpace = 'pre-wrap';
    ligne.textContent = `${auteur} : ${texte}`;
    liste.append(ligne);
    if (liste.children.length > maximum) liste.firstElementChild.remove();
  });

  formulaire.addEventListener('submit', (evenement) => {
    evenement.preventDefault();
    const texte = champ.value.trim();
    champ.value = '';
    if (texte !== '') ws.send(JSON.stringify({ type: 'dire', texte }));
  });

  ws.addEventListener('close', () => {
    champ.disabled = true;
    document.getElementById('etat').textContent = fermeture;
  });
}
