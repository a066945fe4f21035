import { Buffer } from 'node:buffer';

const refus = (statut, entetes = []) => ({ statut, entetes: new Map(entetes) });

function estUneCle(cle) {
  if (typeof cle !== 'string') return false;
  const octets = Buffer.from(cle, 'base64');
  return octets.length === 16 && octets.toString('base64') === cle;
}

export function decider(requete, { chemins }) {
  const question = requete.cible.indexOf('?');
  const chemin = question < 0 ? requete.cible : requete.cible.slice(0, question);
  if (!chemins.some((servi) => servi === chemin)) return refus(404);
  if (requete.methode !== 'GET') return refus(405, [['Allow', 'GET']]);
  const upgrade = requete.entetes.get('upgrade');
  const connection = requete.entetes.get('connection');
  if (!upgrade || upgrade.toLowerCase() !== 'websocket') {
    return refus(426, [['Upgrade', 'websocket'], ['Connection', 'Upgrade']]);
  }
  if (!connection?.toLowerCase().includes('upgrade')) return refus(400);
  if (Number(requete.entetes.get('sec-websocket-version')) !== 13) {
    return refus(426, [['SEC-WEBSOCKET-VERSION', '13']]);
  }
  if (!requete.entetes.has('host')) return refus(400);
  return estUneCle(requete.entetes.get('sec-websocket-key')) ? { statut: 101, entetes: null } : refus(400);
}
