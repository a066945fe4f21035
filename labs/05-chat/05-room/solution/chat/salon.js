import { analyser } from './protocole.js';

export function creerSalon() {
  // Une seule table dit qui a rejoint, et sous quel nom. Qui n’y est pas n’est personne.
  const pseudos = new Map();

  // Deux pseudos sont le même s’ils se lisent de la même façon : accents composés (NFC), casse ignorée.
  const cleDe = (pseudo) => pseudo.normalize('NFC').toLowerCase();
  const estPris = (pseudo) => [...pseudos.values()].some((autre) => cleDe(autre) === cleDe(pseudo));

  const envoyer = (client, message) => client.send(JSON.stringify(message));
  const annoncer = (message) => {
    for (const client of pseudos.keys()) envoyer(client, message);
  };
  const refuser = (client, erreur) => envoyer(client, { type: 'erreur', erreur });

  function rejoindre(client, pseudo) {
    if (pseudos.has(client)) return refuser(client, 'Vous avez déjà un pseudo.');
    if (estPris(pseudo)) return refuser(client, 'Ce pseudo est déjà pris.');
    // Aux autres d’abord : l’arrivant n’est pas encore dans la table, et ne s’entend pas arriver.
    annoncer({ type: 'arrivee', pseudo });
    pseudos.set(client, pseudo);
    envoyer(client, { type: 'bienvenue', pseudo, presents: [...pseudos.values()] });
  }

  function dire(client, texte) {
    if (!pseudos.has(client)) return refuser(client, 'Choisissez d’abord un pseudo.');
    // L’auteur est celui que le serveur connaît. Ce que le message en dirait ne compte pas.
    annoncer({ type: 'message', auteur: pseudos.get(client), texte });
  }

  return {
    // Entrer dans la pièce n’est pas encore prendre part à la conversation.
    entrer() {},

    recevoir(client, texte) {
      const { ok, message, erreur } = analyser(texte);
      if (!ok) refuser(client, erreur);
      else if (message.type === 'rejoindre') rejoindre(client, message.pseudo);
      else dire(client, message.texte);
    },

    sortir(client) {
      const pseudo = pseudos.get(client);
      // « delete » dit s’il y avait quelqu’un : un second appel n’annonce rien.
      if (pseudos.delete(client)) annoncer({ type: 'depart', pseudo });
    },
  };
}
