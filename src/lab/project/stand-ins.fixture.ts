// The smallest files that keep the contract of lab 5, for the steps that are not written yet.

const ENTERED = `
export function creerSalon() {
  const pseudos = new Map();
  const tous = (message) => { for (const client of pseudos.keys()) client.send(JSON.stringify(message)); };
  return {
    entrer() {},
    recevoir(client, texte) {
      const { type, pseudo, texte: dit } = JSON.parse(texte);
      if (type === 'rejoindre') {
        pseudos.set(client, pseudo);
        client.send(JSON.stringify({ type: 'bienvenue', pseudo, presents: [...pseudos.values()] }));
      } else tous({ type: 'message', auteur: pseudos.get(client), texte: dit });
    },
    sortir(client) { pseudos.delete(client); },
  };
}`;

const PAGE = `
export function installer({ document, ws }) {
  const messages = document.getElementById('messages');
  const champ = document.getElementById('texte');
  ws.addEventListener('open', () => { document.getElementById('etat').textContent = 'Connecté.'; });
  ws.addEventListener('close', () => { document.getElementById('etat').textContent = 'Connexion fermée.'; });
  ws.addEventListener('message', ({ data }) => {
    const { type, auteur, texte } = JSON.parse(data);
    if (type !== 'message') return;
    const ligne = document.createElement('li');
    ligne.textContent = auteur + ' : ' + texte;
    messages.append(ligne);
  });
  document.getElementById('formulaire').addEventListener('submit', (evenement) => {
    evenement.preventDefault();
    ws.send(JSON.stringify({ type: 'dire', texte: champ.value }));
    champ.value = '';
  });
}`;

export const STAND_INS: Readonly<Record<string, string>> = {
  'chat/registre.js': `
export function creerRegistre() {
  const clients = new Set();
  return {
    ajouter: (client) => clients.add(client),
    retirer: (client) => clients.delete(client),
    taille: () => clients.size,
    pourChacun: (action) => [...clients].forEach((client) => action(client)),
  };
}`,
  'chat/diffusion.js': `
export function diffuser(clients, donnees) {
  for (const client of clients) client.send(donnees.toString());
  return clients.size;
}`,
  'chat/protocole.js':
    'export const analyser = (texte) => ({ ok: true, message: JSON.parse(texte) });',
  'chat/salon.js': ENTERED,
  'chat/coeur.js': 'export const surveiller = () => ({ arreter() {} });',
  'chat/arret.js': `
export async function arreter({ serveur, wss }) {
  const fermees = [...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve)));
  for (const client of wss.clients) client.close(1001);
  await Promise.all(fermees);
  await new Promise((resolve) => serveur.close(resolve));
}`,
  'chat/page/app.js': PAGE,
  'chat/page/demarrage.js': `
import { installer } from './app.js';
const ws = new WebSocket('/chat');
ws.addEventListener('open', () => {
  ws.send(JSON.stringify({ type: 'rejoindre', pseudo: 'visiteur' }));
});
installer({ document, ws });`,
  'chat/page/index.html': `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le chat</title>
<script type="module" src="demarrage.js"></script></head><body>
<ul id="messages"></ul><form id="formulaire"><label>Message <input id="texte"></label></form>
<p id="etat" role="status"></p></body></html>`,
};
