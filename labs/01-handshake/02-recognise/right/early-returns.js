export default function estDemandeWebSocket(requete) {
  if (requete.methode !== 'GET') return false;
  if (requete.version !== '1.1') return false;

  const upgrade = requete.entetes.get('upgrade');
  if (upgrade === undefined || upgrade.trim().toLowerCase() !== 'websocket') return false;

  const connection = requete.entetes.get('connection');
  if (!connection) return false;
  for (const jeton of connection.toLowerCase().split(',')) {
    if (jeton.trim() === 'upgrade') return true;
  }
  return false;
}

export { estDemandeWebSocket };
