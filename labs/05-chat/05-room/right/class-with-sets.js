// Une classe, les pseudos normalisés dans un Set, le pseudo posé sur le client.
import { analyser } from './protocole.js';

const PSEUDO = Symbol('pseudo');

export class Salon {
  #clients = new Set();
  #pris = new Set();

  entrer(client) {
    this.#clients.add(client);
  }

  recevoir(client, texte) {
    const resultat = analyser(texte);
    if (!resultat.ok) return this.#erreur(client, resultat.erreur);
    const { message } = resultat;
    switch (message.type) {
      case 'rejoindre':
        return this.#rejoindre(client, message.pseudo);
      case 'dire':
        if (client[PSEUDO] === undefined) return this.#erreur(client, 'inconnu');
        return this.#tous({ type: 'message', auteur: client[PSEUDO], texte: message.texte, date: Date.now() });
    }
  }

  sortir(client) {
    this.#clients.delete(client);
    const pseudo = client[PSEUDO];
    if (pseudo === undefined) return;
    delete client[PSEUDO];
    this.#pris.delete(pseudo.toLowerCase().normalize());
    this.#tous({ type: 'depart', pseudo });
  }

  #rejoindre(client, pseudo) {
    const cle = pseudo.toLowerCase().normalize();
    if (client[PSEUDO] !== undefined || this.#pris.has(cle)) return this.#erreur(client, 'refusé');
    this.#pris.add(cle);
    client[PSEUDO] = pseudo;
    const presents = [...this.#clients].map((autre) => autre[PSEUDO]).filter(Boolean).reverse();
    client.send(JSON.stringify({ presents, pseudo, type: 'bienvenue' }));
    this.#tous({ type: 'arrivee', pseudo }, client);
  }

  #tous(message, sauf) {
    const texte = JSON.stringify(message);
    for (const client of this.#clients) {
      if (client !== sauf && client[PSEUDO] !== undefined) client.send(texte);
    }
  }

  #erreur(client, erreur) {
    client.send(JSON.stringify({ type: 'erreur', erreur, code: 'refus' }));
  }
}
