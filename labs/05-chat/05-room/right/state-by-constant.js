import { analyser } from './protocole.js';
export const creerSalon = () => {
  const membres = new Map();
  const envoyer = (client, m) => { if (client.readyState === client.OPEN) client.send(JSON.stringify(m)); };
  const nom = (p) => p.normalize('NFC').toLowerCase();
  return {
    entrer() {},
    recevoir(client, texte) {
      const r = analyser(texte);
      if (!r.ok) return envoyer(client, { type: 'erreur', erreur: r.erreur });
      if (r.message.type === 'dire') {
        if (!membres.has(client)) return envoyer(client, { type: 'erreur', erreur: 'non' });
        for (const c of membres.keys()) envoyer(c, { type: 'message', auteur: membres.get(client), texte: r.message.texte });
        return;
      }
      if (membres.has(client) || [...membres.values()].some((p) => nom(p) === nom(r.message.pseudo))) return envoyer(client, { type: 'erreur', erreur: 'non' });
      for (const c of membres.keys()) envoyer(c, { type: 'arrivee', pseudo: r.message.pseudo });
      membres.set(client, r.message.pseudo);
      envoyer(client, { type: 'bienvenue', pseudo: r.message.pseudo, presents: [...membres.values()] });
    },
    sortir(client) {
      const pseudo = membres.get(client);
      if (!membres.delete(client)) return;
      for (const c of membres.keys()) envoyer(c, { type: 'depart', pseudo });
    },
  };
};
