import { calculerAccept } from './accept.js';

class EnTete {
  #texte;

  constructor(statut, phrase = '') {
    this.#texte = `HTTP/1.1 ${statut} ${phrase}\r\n`;
  }

  ajouter(nom, valeur) {
    if (valeur !== null) this.#texte += `${nom}: ${valeur}\r\n`;
    return this;
  }

  octets() {
    return new TextEncoder().encode(`${this.#texte}\r\n`);
  }
}

export function reponse101({ cle, sousProtocole }) {
  return new EnTete(101, 'Switching Protocols')
    .ajouter('Upgrade', 'websocket')
    .ajouter('Connection', 'Upgrade')
    .ajouter('Sec-WebSocket-Accept', calculerAccept(cle))
    .ajouter('Sec-WebSocket-Protocol', sousProtocole)
    .ajouter('Date', new Date(0).toUTCString())
    .octets();
}

export function reponseRefus(statut, entetes) {
  const refus = new EnTete(statut);
  entetes.forEach((valeur, nom) => refus.ajouter(nom, valeur));
  return new DataView(refus.ajouter('Connection', 'Close').ajouter('Content-Length', '0').octets().buffer);
}
