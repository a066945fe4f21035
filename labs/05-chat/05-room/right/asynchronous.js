// Tout est asynchrone ; « send » est attendu, et reçoit un Buffer envoyé en texte.
import { analyser } from './protocole.js';

const envoyer = (client, message) =>
  new Promise((resolve) => {
    client.send(Buffer.from(JSON.stringify(message)), { binary: false }, resolve);
  });

export const creerSalon = () => {
  const membres = [];
  const memeNom = (a, b) => a.normalize('NFC').toLocaleLowerCase('fr') === b.normalize('NFC').toLocaleLowerCase('fr');
  const membre = (client) => membres.find((m) => m.client === client);
  const aTous = (message, sauf = null) =>
    Promise.all(membres.filter((m) => m.client !== sauf).map((m) => envoyer(m.client, message)));

  return {
    async entrer() {},
    async recevoir(client, texte) {
      const { ok, message, erreur } = await analyser(texte);
      if (!ok) return envoyer(client, { type: 'erreur', erreur });
      const moi = membre(client);
      if (message.type === 'dire') {
        if (!moi) return envoyer(client, { type: 'erreur', erreur: 'Rejoignez d’abord.' });
        return aTous({ type: 'message', auteur: moi.pseudo, texte: message.texte });
      }
      if (moi) return envoyer(client, { type: 'erreur', erreur: 'Déjà là.' });
      if (membres.some((m) => memeNom(m.pseudo, message.pseudo))) {
        return envoyer(client, { type: 'erreur', erreur: 'Pris.' });
      }
      membres.push({ client, pseudo: message.pseudo });
      await envoyer(client, { type: 'bienvenue', pseudo: message.pseudo, presents: membres.map((m) => m.pseudo) });
      await aTous({ type: 'arrivee', pseudo: message.pseudo }, client);
    },
    async sortir(client) {
      const place = membres.findIndex((m) => m.client === client);
      if (place === -1) return;
      const [{ pseudo }] = membres.splice(place, 1);
      await aTous({ type: 'depart', pseudo });
    },
  };
};
