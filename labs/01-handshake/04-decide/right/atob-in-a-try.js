function taille(cle) {
  try {
    return atob(cle).length;
  } catch {
    return -1;
  }
}

export async function decider(requete, options) {
  await null;
  const { pathname } = new URL(requete.cible, 'http://serveur');
  const lire = (nom) => requete.entetes.get(nom);
  if (options.chemins.indexOf(pathname) < 0) return { statut: 404n };
  if (requete.methode !== 'GET') return { statut: 400n };
  if (!/websocket/i.test(lire('upgrade')) || !/(^|,)\s*upgrade\s*(,|$)/i.test(lire('connection') ?? '')) {
    return { statut: 400n, entetes: new Headers() };
  }
  if (lire('sec-websocket-version') !== '13') {
    return { statut: 400n, entetes: new Headers({ 'Sec-WebSocket-Version': '8, 13' }) };
  }
  if (taille(lire('sec-websocket-key') ?? '') !== 16) return { statut: 400n };
  return { statut: 101n };
}
