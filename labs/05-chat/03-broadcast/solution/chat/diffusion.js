import { WebSocket } from 'ws';

export function diffuser(clients, donnees, { sauf } = {}) {
  // ws livre un Buffer, même pour du texte ; une chaîne repart en trame texte.
  const texte = donnees.toString();
  let envois = 0;
  for (const client of clients) {
    // Une connexion qui s’ouvre ou se ferme n’envoie pas.
    if (client === sauf || client.readyState !== WebSocket.OPEN) continue;
    try {
      client.send(texte);
      envois += 1;
    } catch (erreur) {
      // L’état peut changer après le test : ce client seul manque le message.
      console.error('un client a manqué un message :', erreur.message);
    }
  }
  return envois;
}
