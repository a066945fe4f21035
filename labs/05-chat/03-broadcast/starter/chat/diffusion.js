// La boucle du support de 2013 : « for (…) clients[i].send(message.utf8Data) ».
export function diffuser(clients, donnees) {
  // 1. Choisir : seulement les clients ouverts, et pas « sauf ».
  // 2. Envoyer : une trame texte, même si « donnees » est un Buffer.
  // 3. Isoler : l’échec d’un client ne concerne que lui.
  // 4. Compter les envois réussis, et rendre ce nombre.
  clients.forEach((client) => client.send(donnees));
}

// Trois clients : B vient de perdre le réseau. Qui reçoit, et que devient l’exception ?
const client = (nom, send) => ({ nom, readyState: 1, send });
const recoit = (nom) => (donnees) => console.log(`${nom} reçoit`, donnees);
const salle = new Set([
  client('A', recoit('A')),
  client('B', () => {
    throw new Error('write after end');
  }),
  client('C', recoit('C')),
]);
try {
  console.log('envois :', diffuser(salle, Buffer.from('bonjour')));
} catch (erreur) {
  console.log('la diffusion s’arrête :', erreur.message);
}
