class Decision {
  #statut;
  #entetes;

  constructor(statut, entetes) {
    this.#statut = statut;
    this.#entetes = entetes;
  }

  get statut() {
    return this.#statut;
  }

  get entetes() {
    return this.#entetes;
  }

  *[Symbol.iterator]() {
    yield this.#statut;
    yield this.#entetes;
  }
}

class Gardien {
  constructor(requete) {
    this.requete = requete;
  }

  entete(nom) {
    return this.requete.entetes.get(nom) ?? '';
  }

  decider(chemins) {
    const { cible, methode } = this.requete;
    if (!chemins.includes(cible.replace(/\?.*$/s, ''))) return new Decision(404);
    if (methode !== 'GET') return new Decision(405, { allow: 'GET' });
    const veut = (nom, jeton) =>
      this.entete(nom)
        .split(',')
        .map((element) => element.trim().toLowerCase())
        .includes(jeton);
    if (!veut('upgrade', 'websocket') || !veut('connection', 'upgrade')) return new Decision(400);
    if (parseInt(this.entete('sec-websocket-version'), 10) !== 13) {
      const entetes = Object.create(null);
      entetes['sec-websocket-version'] = '13';
      return new Decision(426, entetes);
    }
    if (!/^[\w+/]{22}==$/.test(this.entete('sec-websocket-key').replaceAll('_', '!'))) return new Decision(400);
    return new Decision(101, { 'Sec-WebSocket-Accept': 'plus tard' });
  }
}

export const decider = (requete, { chemins }) => new Gardien(requete).decider(chemins);
