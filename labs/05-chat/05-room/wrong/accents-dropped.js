// échoue : C3 seulement
import { analyser } from './protocole.js';

export function creerSalon() {
  const pseudos = new Map();

  const cleDe = (pseudo) => pseudo.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const estPris = (pseudo) => [...pseudos.values()].some((autre) => cleDe(autre) === cleDe(pseudo));

  const envoyer = (client, message) => client.send(JSON.stringify(message));
  const annoncer = (message) => {
    for (const client of pseudos.keys()) envoyer(client, message);
  };
  const refuser = (client, erreur) => envoyer(client, { type: 'erreur', erreur });

  function rejoindre(client, pseudo) {
    if (pseudos.has(client)) return refuser(client, 'Vous avez déjà un pseudo.');
    if (estPris(pseudo)) return refuser(client, 'Ce pseudo est déjà pris.');
    annoncer({ type: 'arrivee', pseudo });
    pseudos.set(client, pseudo);
    envoyer(client, { type: 'bienvenue', pseudo, presents: [...pseudos.values()] });
  }

  function dire(client, texte) {
    if (!pseudos.has(client)) return refuser(client, 'Choisissez d’abord un pseudo.');
    annoncer({ type: 'message', auteur: pseudos.get(client), texte });
  }

  return {
    entrer() {},

    recevoir(client, texte) {
      const { ok, message, erreur } = analyser(texte);
      if (!ok) refuser(client, erreur);
      else if (message.type === 'rejoindre') rejoindre(client, message.pseudo);
      else dire(client, message.texte);
    },

    sortir(client) {
      const pseudo = pseudos.get(client);
      if (pseudos.delete(client)) annoncer({ type: 'depart', pseudo });
    },
  };
}
