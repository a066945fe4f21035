// Le client propose « chat, superchat » ; le serveur accepte ['superchat', 'chat']. Lequel parler ?
export function choisirSousProtocole(offre, acceptes) {
  // 1. Découper l’offre en noms (elle peut manquer).

  // 2. Les parcourir dans l’ordre, jusqu’au premier que le serveur accepte.

  // 3. Aucun ? Rendre null.

  return offre;
}

// Ce que dit un navigateur à qui l’on répond ainsi. Vous pouvez enlever ces lignes.
const reponse = choisirSousProtocole('chat, superchat', ['superchat', 'chat']);
console.log(
  ['chat', 'superchat'].includes(reponse)
    ? `Connexion ouverte : protocol === '${reponse}'`
    : `Error during WebSocket handshake: 'Sec-WebSocket-Protocol' header value '${reponse}' in response does not match any of sent values`,
);
