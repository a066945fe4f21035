// Donné : assemble les fichiers du labo 5 en un chat, qui n’écoute pas encore.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import * as arret from './arret.js';
import * as coeur from './coeur.js';
import { diffuser } from './diffusion.js';
import { analyser } from './protocole.js';
import * as registres from './registre.js';
import * as salons from './salon.js';

/** Plus long que tout message permis ; ws ferme la connexion (1009) au-delà. */
const TAILLE_MAXIMALE = 16 * 1024;

/**
 * `page` : ce que lit un navigateur, par adresse : { '/': { type, contenu } }.
 * Rend un http.Server ; `serveur.arreter()` prévient tout le monde, puis ferme.
 */
export function creerChat({ page = {} } = {}) {
  const registre = registres.creerRegistre?.() ?? new registres.Registre();
  const salon = salons.creerSalon?.() ?? new salons.Salon();

  // Un port, deux protocoles : les requêtes ordinaires reçoivent la page…
  const serveur = createServer((requete, reponse) => {
    const fichier = Object.hasOwn(page, adresseDe(requete)) ? page[adresseDe(requete)] : null;
    if (fichier === null) {
      reponse.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      reponse.end('Rien à cette adresse.\n');
      return;
    }
    reponse.writeHead(200, {
      'Content-Type': fichier.type,
      'Content-Security-Policy': "default-src 'self'; style-src 'self' 'unsafe-inline'",
      'X-Content-Type-Options': 'nosniff',
    });
    reponse.end(fichier.contenu);
  });

  // … et les demandes de mise à niveau, sur /chat seulement, deviennent des connexions WebSocket.
  const wss = new WebSocketServer({ server: serveur, path: '/chat', maxPayload: TAILLE_MAXIMALE });
  wss.on('error', () => {}); // ws répète les erreurs du serveur, que celui-ci dit déjà

  wss.on('connection', (client) => {
    client.on('error', (erreur) => console.warn(`Connexion en erreur : ${erreur.message}`));
    registre.ajouter(client);
    let suite = Promise.resolve(salon.entrer(client));
    // Un message après l’autre, même si le salon prend son temps.
    const ensuite = (action) => {
      suite = suite.then(action).catch((erreur) => console.error('Le salon a échoué :', erreur));
    };
    client.on('message', (donnees) => {
      const texte = donnees.toString();
      const lu = analyser(texte);
      if (!lu.ok) console.warn(`Message refusé : ${lu.erreur}`);
      ensuite(() => salon.recevoir(client, texte));
    });
    client.on('close', () => {
      registre.retirer(client);
      ensuite(() => salon.sortir(client));
      console.log(`Un départ : ${tailleDe(registre)} client(s).`);
    });
    console.log(`Une arrivée : ${tailleDe(registre)} client(s).`);
  });

  const surveillance = coeur.surveiller(wss);

  serveur.arreter = async () => {
    const restants = new Set();
    registre.pourChacun((client) => restants.add(client));
    await diffuser(
      restants,
      JSON.stringify({ type: 'message', auteur: 'serveur', texte: 'Le serveur s’arrête.' }),
    );
    if (typeof surveillance === 'function') surveillance();
    else surveillance?.arreter?.();
    await arret.arreter({ serveur, wss });
  };
  return serveur;
}

function tailleDe(registre) {
  return typeof registre.taille === 'function' ? registre.taille() : registre.taille;
}

/** Sans la requête (`?…`). */
function adresseDe(requete) {
  return requete.url.split('?', 1)[0];
}
