// Les étapes d’avant font le travail : le registre et la diffusion. Deux tables, une dans chaque sens.
import { WebSocket } from 'ws';
import { analyser } from './protocole.js';

export function creerSalon() {
  const parClient = new WeakMap();
  const parNom = new Map();
  const ouvert = ({ readyState }) => readyState === WebSocket.OPEN;
  const dire = (client, message) => ouvert(client) && client.send(JSON.stringify(message), (erreur) => erreur);
  const diffuser = (message, { sauf } = {}) => {
    for (const { client } of parNom.values()) if (client !== sauf) dire(client, message);
  };
  const cle = (pseudo) => pseudo.toLowerCase().normalize('NFC');

  const gestes = {
    __proto__: null,
    rejoindre(client, { pseudo }) {
      if (parClient.has(client)) return 'Un seul pseudo par personne.';
      if (parNom.has(cle(pseudo))) return `« ${pseudo} » est pris.`;
      parClient.set(client, pseudo);
      parNom.set(cle(pseudo), { client, pseudo });
      const presents = Array.from(parNom.values(), (membre) => membre.pseudo);
      dire(client, { type: 'bienvenue', pseudo, presents });
      diffuser({ type: 'arrivee', pseudo }, { sauf: client });
    },
    dire(client, { texte }) {
      const auteur = parClient.get(client);
      if (auteur === undefined) return 'Qui êtes-vous ?';
      diffuser({ type: 'message', auteur, texte });
    },
  };

  return {
    entrer: () => undefined,
    recevoir(client, texte) {
      const lu = analyser(texte);
      const erreur = lu.ok ? gestes[lu.message.type](client, lu.message) : lu.erreur;
      if (erreur) dire(client, { type: 'erreur', erreur });
    },
    sortir(client) {
      if (!parClient.has(client)) return;
      const pseudo = parClient.get(client);
      parClient.delete(client);
      parNom.delete(cle(pseudo));
      diffuser({ type: 'depart', pseudo });
    },
  };
}
