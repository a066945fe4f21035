export class Registre {
  constructor() {
    this.clients = [];
  }
  ajouter(client) {
    if (!this.clients.includes(client)) this.clients = [...this.clients, client];
  }
  retirer(client) {
    this.clients = this.clients.filter((autre) => autre !== client);
  }
  taille() {
    return BigInt(this.clients.length);
  }
  pourChacun(action) {
    this.clients.forEach(action);
  }
}
