// En 2013, le serveur relayait tout. Ici on lit d’abord, mais en confiance.
const gestionnaires = {
  rejoindre: (m) => ({ type: 'rejoindre', pseudo: m.pseudo }),
  dire: (m) => ({ type: 'dire', texte: m.texte }),
};

export function analyser(texte) {
  // 1. Lire : et si ce n’est pas du JSON ?
  const m = JSON.parse(texte);
  // 2. Choisir : et si le type n’est pas l’un des deux ?
  const message = gestionnaires[m.type](m);
  // 3. Vérifier chaque champ : son type, puis sa longueur.
  // 4. Construire un objet neuf, et rien de plus.
  return { ok: true, message };
}

// Le client poli, puis d’autres. Lequel arrête le serveur ?
for (const texte of [
  '{"type":"dire","texte":"bonjour"}',
  '{"type":"dire","texte":42}',
  '{"type":"constructor"}',
  '{"type":"quitter"}',
  'bonjour',
]) {
  try {
    console.log(texte, '→', analyser(texte));
  } catch (erreur) {
    console.log(texte, '→ le serveur s’arrête :', erreur.message);
  }
}
