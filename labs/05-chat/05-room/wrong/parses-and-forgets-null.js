// échoue : C1
export function creerSalon() {
  const pseudos = new Map();
  const cleDe = (pseudo) => pseudo.normalize('NFC').toLowerCase();
  const estPris = (pseudo) => [...pseudos.values()].some((autre) => cleDe(autre) === cleDe(pseudo));
  const envoyer = (client, message) => client.send(JSON.stringify(message));
  const annoncer = (message) => {
    for (const client of pseudos.keys()) envoyer(client, message);
  };
  const refuser = (client, erreur) => envoyer(client, { type: 'erreur', erreur });
  const lire = (texte, maximum) => {
    if (typeof texte !== 'string') return null;
    const propre = texte.trim();
    return propre === '' || [...propre].length > maximum ? null : propre;
  };

  return {
    entrer() {},
    recevoir(client, texte) {
      let m;
      try {
        m = JSON.parse(texte);
      } catch {
        return refuser(client, 'JSON');
      }
      if (m.type === 'rejoindre') {
        const pseudo = lire(m.pseudo, 20);
        if (pseudo === null) return refuser(client, 'pseudo');
        if (pseudos.has(client)) return refuser(client, 'déjà');
        if (estPris(pseudo)) return refuser(client, 'pris');
        annoncer({ type: 'arrivee', pseudo });
        pseudos.set(client, pseudo);
        envoyer(client, { type: 'bienvenue', pseudo, presents: [...pseudos.values()] });
      } else if (m.type === 'dire') {
        const dit = lire(m.texte, 280);
        if (dit === null) return refuser(client, 'texte');
        if (!pseudos.has(client)) return refuser(client, 'qui ?');
        annoncer({ type: 'message', auteur: pseudos.get(client), texte: dit });
      } else refuser(client, 'type');
    },
    sortir(client) {
      const pseudo = pseudos.get(client);
      if (pseudos.delete(client)) annoncer({ type: 'depart', pseudo });
    },
  };
}
