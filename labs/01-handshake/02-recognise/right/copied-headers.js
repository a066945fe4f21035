export function estDemandeWebSocket(requete) {
  const entetes = Object.fromEntries(requete.entetes);
  const { upgrade = '', connection = '' } = entetes;
  const jetons = connection.split(',').map((jeton) => jeton.trim());
  return [
    requete.methode === 'GET',
    requete.version === '1.1',
    upgrade.localeCompare('websocket', 'en', { sensitivity: 'accent' }) === 0,
    jetons.some((jeton) => /^upgrade$/i.test(jeton)),
  ].every(Boolean);
}
