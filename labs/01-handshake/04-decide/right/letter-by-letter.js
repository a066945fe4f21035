const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function cleValable(cle = '') {
  if (cle.length !== 24 || !cle.endsWith('==')) return false;
  for (const lettre of cle.slice(0, 22)) if (!ALPHABET.includes(lettre)) return false;
  return true;
}

export function decider(requete, options) {
  const decision = Object.create(null);
  const { entetes } = requete;
  switch (true) {
    case !options.chemins.includes(requete.cible.split('?')[0]):
      decision.statut = 404;
      break;
    case requete.methode !== 'GET':
      decision.statut = 405;
      break;
    case !(entetes.get('upgrade') ?? '').toLowerCase().includes('websocket'):
    case !(entetes.get('connection') ?? '').toLowerCase().includes('upgrade'):
      decision.statut = 426;
      decision.entetes = [];
      break;
    case entetes.get('sec-websocket-version') !== '13':
      decision.statut = 400;
      decision.entetes = { 'Sec-Websocket-Version': '13' };
      break;
    case !cleValable(entetes.get('sec-websocket-key')):
      decision.statut = 400;
      break;
    default:
      decision.statut = 101;
  }
  return Object.freeze(decision);
}
