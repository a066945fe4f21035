export class Registre {
  #clients = new Set();

  ajouter(client) {
    this.#clients.add(client);
    return this;
  }

  retirer(client) {
    return this.#clients.delete(client);
  }

  get taille() {
    return this.#clients.size;
  }

  pourChacun(action) {
    for (const client of this.#clients) action(client);
  }
}
