export const estDemandeWebSocket = ({ methode, version, entetes }) => {
  const jetons = new Set((entetes.get('connection') ?? '').toUpperCase().split(/\s*,\s*/));
  return (
    jetons.has('UPGRADE') &&
    entetes.get('upgrade')?.toUpperCase() === 'WEBSOCKET' &&
    methode === 'GET' &&
    version === '1.1'
  );
};
