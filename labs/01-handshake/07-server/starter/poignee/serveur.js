import { createServer } from 'node:http';
import { decider } from './decider.js';
import { reponse101, reponseRefus } from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

export function creerServeur({ chemins, sousProtocoles }) {
  // 1. Une requête ordinaire : répondre 200 ou 426, et finir la réponse.
  const serveur = createServer((requete, reponse) => {});

  // 2. Une demande d’« Upgrade » : plus de « reponse », mais la socket elle-même.
  serveur.on('upgrade', (requete, socket) => {
    // a. décider : 101, ou un refus ;
    // b. refuser : écrire le refus et fermer ;
    // c. accepter : choisir le sous-protocole, écrire le 101, laisser ouvert ;
    // d. survivre à un client qui disparaît.
  });

  // 3. Rendre le serveur sans l’avoir mis à l’écoute.
  return serveur;
}
