// Cette réponse a l'air juste. Avant de la corriger, trouvez une demande qui la trompe.
export function estDemandeWebSocket(requete) {
  const { methode, version, entetes } = requete;

  // 1. La méthode et la version de HTTP.

  // 2. L'en-tête Upgrade : le protocole demandé, dans n'importe quelle casse.

  // 3. L'en-tête Connection : une liste de jetons.
  return entetes.get('connection') === 'Upgrade';
}

// Deux demandes à modifier : la première est en règle, la seconde ne l'est pas.
const enRegle = {
  methode: 'GET',
  cible: '/chat',
  version: '1.1',
  entetes: new Map([
    ['upgrade', 'websocket'],
    ['connection', 'Upgrade'],
  ]),
};
const piege = { ...enRegle, methode: 'POST' };

console.log('en règle :', estDemandeWebSocket(enRegle));
console.log('piège :', estDemandeWebSocket(piege));
