import http from 'node:http';
import { decider } from './decider.js';
import * as reponse from './reponse.js';
import { choisirSousProtocole } from './sousprotocole.js';

// Un objet à nous, et tout en async : seuls listen, address et close sont vus du dehors.
class Serveur {
  #serveur = http.createServer();
  #options;

  constructor(options) {
    this.#options = options;
    this.#serveur.on('request', (_, page) => page.end('Bonjour'));
    this.#serveur.on('upgrade', (requete, socket) => void this.#accueillir(requete, socket));
  }

  async #accueillir(requete, socket) {
    socket.on('error', () => {});
    const entetes = new Map(Object.entries(requete.headers));
    const vue = { methode: requete.method, cible: requete.url, version: '1.1', entetes };
    const decision = await decider(vue, this.#options);
    if (decision.statut === 101) {
      const sousProtocole = await choisirSousProtocole(
        entetes.get('sec-websocket-protocol'),
        this.#options.sousProtocoles,
      );
      socket.write(Buffer.from(await reponse.reponse101({ cle: entetes.get('sec-websocket-key'), sousProtocole })));
      return;
    }
    const refus = await reponse.reponseRefus(decision.statut, new Map(Object.entries(decision.entetes ?? {})));
    socket.write(refus, () => socket.destroy());
  }

  listen(port, pret) {
    this.#serveur.listen(port, '127.0.0.1', () => pret());
    return this;
  }
  address() {
    const { port } = this.#serveur.address();
    return { port };
  }
  close() {
    return new Promise((fini) => this.#serveur.close(fini));
  }
}

export async function creerServeur(options) {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return new Serveur(options);
}
