class Dire {
  #texte;
  constructor(texte) {
    this.#texte = texte;
  }
  get type() {
    return 'dire';
  }
  get texte() {
    return this.#texte;
  }
}

class Rejoindre {
  constructor(pseudo) {
    this.type = 'rejoindre';
    this.pseudo = pseudo;
  }
}

const points = (texte) => [...texte].length;

export function analyser(texte) {
  const refuser = (erreur) => ({ ok: false, erreur, message: null });
  let m;
  try {
    m = JSON.parse(texte);
  } catch (erreur) {
    return refuser(`JSON : ${erreur.message}`);
  }
  const { type, pseudo, texte: dit } = Object(m);
  if (type === 'rejoindre' && typeof pseudo === 'string') {
    const nom = pseudo.trim();
    return nom !== '' && points(nom) <= 20 ? { ok: true, message: new Rejoindre(nom) } : refuser('pseudo de 1 à 20');
  }
  if (type === 'dire' && typeof dit === 'string') {
    const mots = dit.trim();
    return mots && points(mots) <= 280 ? { ok: true, message: new Dire(mots) } : refuser('texte de 1 à 280');
  }
  return refuser('type ou champ inconnu');
}
