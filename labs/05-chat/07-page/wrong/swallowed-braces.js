// échoue : C1
// confusion : swallowed-braces
// Le client du support de 2013, tel quel ou presque. Il ne démarre pas.
//   1. le rendre lisible : trois accolades ont disparu ; où ?
//   2. afficher un message comme du texte, quel que soit son contenu
//   3. envoyer ce que dit le formulaire, une fois
//   4. dire que la connexion est fermée
//   5. ne garder que les 500 derniers messages
export function installer({ document, ws }) {
  const messages = document.getElementById('messages');

  if (ws) {
    ws.onopen = function() {//prévenir : connecté};
    ws.onmessage = function(e) {
      displayMessage(JSON.parse(e.data));
    };
    ws.onclose = function() {//prévenir : fermé};
    ws.onerror = function(e) {//prévenir : erreur};

  } else {
    console.log('pas de connexion');
  }

  function displayMessage(message) {
    messages.innerHTML += `<li><strong>${message.auteur}</strong> : ${message.texte}</li>`;
  }
}
