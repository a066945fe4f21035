// Un tour appelle le suivant ; les minuteurs viennent de node:timers.
import { clearTimeout, setTimeout } from 'node:timers';

class Coeur {
  #vivants = new WeakMap();
  #minuteur = null;

  constructor(wss, intervalle) {
    this.wss = wss;
    this.intervalle = intervalle;
    wss.on('connection', this.#accueillir);
    wss.clients.forEach(this.#accueillir);
    this.#attendre();
  }

  #accueillir = (client) => {
    this.#vivants.set(client, true);
    client.addListener('pong', () => this.#vivants.set(client, true));
  };

  #attendre() {
    this.#minuteur = setTimeout(() => {
      this.#battre();
      this.#attendre();
    }, this.intervalle);
  }

  #battre() {
    [...this.wss.clients].forEach((client) => {
      if (!this.#vivants.get(client)) {
        client.terminate();
      } else {
        this.#vivants.set(client, false);
        client.ping('coucou');
      }
    });
  }

  arreter() {
    clearTimeout(this.#minuteur);
    this.wss.off('connection', this.#accueillir);
  }
}

export function surveiller(wss, options) {
  return new Coeur(wss, options?.intervalle ?? 30_000);
}
