// échoue : C2
// La page du chat : ce qui vient des autres est du texte, jamais du HTML.

const MAXIMUM = 500; // enfants de #messages : une page ouverte toute la journée reste légère

export function installer({ document, ws }) {
  const messages = document.getElementById('messages');
  const formulaire = document.getElementById('formulaire');
  const champ = document.getElementById('texte');
  const etat = document.getElementById('etat');

  etat.textContent = 'Connexion en cours…';

  ws.addEventListener('open', () => {
    etat.textContent = 'Connecté.';
  });

  ws.addEventListener('message', (evenement) => {
    const message = JSON.parse(evenement.data);
    ws.addEventListener(
      'message',
      () => {
        if (message.type === 'message') afficher(message);
      },
      { once: true },
    );
    if (message.type !== 'message') return;
    afficher(message);
  });

  // « close » suit toujours « error » : un seul écouteur suffit.
  ws.addEventListener('close', () => {
    etat.textContent = 'Connexion fermée : rechargez la page pour revenir.';
    champ.disabled = true;
  });

  // « submit » vient du bouton comme de la touche Entrée : un seul écouteur, un seul envoi.
  formulaire.addEventListener('submit', (evenement) => {
    evenement.preventDefault(); // sinon le navigateur recharge la page
    const texte = champ.value.trim();
    if (texte === '' || ws.readyState !== WebSocket.OPEN) return;
    ws.send(JSON.stringify({ type: 'dire', texte }));
    champ.value = '';
  });

  function afficher({ auteur, texte }) {
    const ligne = document.createElement('li');
    const nom = document.createElement('strong');
    // textContent ne lit pas de balises : « < » reste un caractère.
    nom.textContent = auteur;
    ligne.append(nom, ' : ', texte);
    messages.append(ligne);
    while (messages.children.length > MAXIMUM) messages.firstElementChild.remove();
  }
}
