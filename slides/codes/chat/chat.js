// La page du chat : se connecter, afficher sans danger, envoyer, revenir après une coupure.
// #region connexion
const adresse = new URL('/chat', location.href);
adresse.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
let ws;

function seConnecter() {
  if (ws?.readyState <= WebSocket.OPEN) return; // déjà là
  ws = new WebSocket(adresse);
  ws.addEventListener('open', ouvrir);
  ws.addEventListener('message', ({ data }) => afficher(data));
  ws.addEventListener('close', ({ code }) => {
    signaler(`Connexion fermée (${code})`);
    reessayer();
  });
}
// #endregion

// #region afficher
function afficher(texte) {
  const ligne = document.createElement('li');
  ligne.textContent = texte; // jamais innerHTML
  document.querySelector('ol').append(ligne);
}

function signaler(texte) {
  document.querySelector('[role=status]').textContent = texte;
}
// #endregion

// #region envoyer
const formulaire = document.querySelector('form');

formulaire.addEventListener('submit', (evenement) => {
  evenement.preventDefault();
  if (ws?.readyState !== WebSocket.OPEN) {
    signaler('Hors connexion : votre message reste dans le champ.');
    return;
  }
  ws.send(formulaire.texte.value);
  formulaire.reset();
});
// #endregion

// #region revenir
let essais = 0;

function ouvrir() {
  essais = 0;
  signaler('Connecté');
}

function reessayer() {
  const plafond = Math.min(60_000, 5000 * 2 ** essais);
  essais += 1;
  setTimeout(seConnecter, Math.random() * plafond);
}
// #endregion

// #region quitter
addEventListener('pagehide', () => ws?.close(1000));

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) seConnecter(); // la page revient du cache
});
// #endregion

seConnecter();
