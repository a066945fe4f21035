// What step 5.8 says when a server does not stop as it should: too abruptly, too slowly, or not at all.

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

const thousands = (milliseconds: number) =>
  String(Math.round(milliseconds)).replace(/\B(?=(\d{3})+$)/g, '\u202f');

export const shownCall = (delay: number | null) =>
  delay === null ? 'arreter({ serveur, wss })' : `arreter({ serveur, wss, delai: ${delay} })`;

const TIMES = ['premier', 'second', 'troisième'];

export const CALL = {
  something: 'une exception',
  kept: 'une promesse tenue',
  exception: (what: string) => `exception : ${what}`,
  rejection: (what: string) => `promesse rejetée : ${what}`,
  rejected: (what: string) => `arreter échoue : ${what}`,
  rejectedHint:
    'Fermer ce qui est déjà fermé donne une erreur : c’est ce que l’on voulait, elle ne doit pas sortir de la fonction.',
  laterRejected: (index: number, what: string) =>
    `Le ${TIMES[index] ?? 'dernier'} appel échoue : ${what}`,
  laterHint:
    'Gardez la promesse du premier appel, et rendez-la au second ; ou ignorez l’erreur « not running » de close().',
  pending: 'La promesse d’arreter n’est toujours pas tenue.',
  onePending: (index: number) =>
    `La promesse du ${TIMES[index] ?? 'dernier'} appel n’est toujours pas tenue.`,
  inTime: (milliseconds: number) => `une promesse tenue en ${thousands(milliseconds)} ms au plus`,
  still: (milliseconds: number) =>
    `une promesse en attente, ${thousands(milliseconds)} ms après l’appel`,
  pendingHint:
    'Le callback de « close() » attend la dernière connexion : au bout du délai, « terminate() » sur ceux qui restent.',
} as const;

export const GOODBYE = {
  notTold: 'Un client connecté n’est pas prévenu : il ne reçoit aucune trame Close.',
  cut: 'Un client est coupé sans avoir reçu de trame Close.',
  otherCode: (code: number | null) =>
    code === null
      ? 'Un client reçoit une trame Close sans code.'
      : `Un client reçoit une trame Close de code ${code}.`,
  expected: 'une trame Close de code 1001',
  nothing: 'rien : la connexion reste ouverte',
  end: 'la fin de la connexion, sans trame Close',
  where: 'octets 2 et 3 : code de fermeture',
  codeHint:
    '1001 dit « je m’en vais » : le client sait que la conversation n’est pas finie, et revient.',
  notToldHint:
    '« wss.close() » ne touche pas aux connexions ouvertes : « client.close(1001) » sur chacun de « wss.clients ».',
  cutHint:
    '« terminate() » coupe sans un mot : d’abord « client.close(1001) », puis le délai, et seulement alors la coupure.',
} as const;

export const ORDER = {
  sent: (count: number, call: string) =>
    `${thousands(count)} messages à chacun de deux clients, puis ${call}`,
  expected: (count: number) => `${thousands(count)} messages entiers, dans l’ordre, puis le Close`,
  lost: (count: number) =>
    `La connexion finit après ${plural(count, 'message', 'messages')}, sans Close : les autres sont perdus.`,
  closedFirst: (count: number) =>
    `${thousands(count)} messages arrivent intacts avant la fin : les autres sont perdus, ou viennent après le Close.`,
  actual: (count: number, isClosed: boolean) =>
    `${plural(count, 'message', 'messages')}${isClosed ? ', et un Close' : ', puis la fin de la connexion'}`,
  lostHint:
    '« send() » range le message dans une file ; « terminate() » la jette. « close() » se range derrière.',
  closedHint: 'Prévenez par « client.close(1001) », qui passe par la même file que les messages.',
} as const;

export const DOOR = {
  open: {
    during: 'Pendant l’arrêt, un nouveau client entre encore.',
    after: 'Une fois l’arrêt fini, un nouveau client entre encore.',
  },
  sent: {
    during: (call: string) => `${call}, puis, pendant l’arrêt : GET / avec Upgrade: websocket`,
    after: (call: string) => `${call}, puis, une fois fini : GET / avec Upgrade: websocket`,
  },
  expected: 'un refus, quel qu’il soit : 4xx, 503, une fin de flux, une connexion refusée',
  where: (elapsed: number) => `${thousands(elapsed)} ms après l’appel`,
  hint: {
    during:
      'Fermez la porte avant de raccompagner les clients : « serveur.close() » et « wss.close() » viennent en premier.',
    after: 'C’est « serveur.close() » qui rend le port.',
  },
} as const;

export const DEADLINE = {
  mute: 'Un client qui ne répond pas au Close',
  deaf: 'Un client qui ne lit plus rien',
  sent: (call: string) => `${call}, avec des clients qui ne répondent pas au Close`,
  left: (who: string) =>
    `${who} est toujours connecté après le délai. Un attaquant n’a qu’à se taire pour que votre serveur ne s’arrête jamais.`,
  expected: (milliseconds: number) =>
    `la fin de sa connexion, en ${thousands(milliseconds)} ms au plus`,
  open: 'une connexion toujours ouverte',
  where: (elapsed: number) => `${thousands(elapsed)} ms après l’appel`,
  hint: '« setTimeout(…, delai) », puis « client.terminate() » pour chacun de ceux qui restent dans « wss.clients ».',
  tooSoon: 'Un client prévenu est coupé avant la fin du délai.',
  given: (delay: number) => `${thousands(delay)} ms pour répondre au Close`,
  goneAt: (elapsed: number) => `connexion finie ${thousands(elapsed)} ms après l’appel`,
  tooSoonHint:
    'Le délai est celui de l’appelant, 5 000 ms sans option : un client loin d’ici a besoin de ce temps pour répondre.',
} as const;

export const END = {
  sent: (call: string, count: number) =>
    count === 0
      ? `${call}, sans aucun client`
      : `${call}, avec ${plural(count, 'client', 'clients')}`,
  listening: 'La promesse est tenue, et le serveur écoute encore.',
  listeningHint:
    '« wss.close() » laisse tourner un serveur HTTP qu’on lui a donné : fermez-le aussi.',
  clients: (count: number) =>
    `La promesse est tenue, et il reste ${plural(count, 'client', 'clients')} dans « wss.clients ».`,
  clientsHint:
    'La promesse se tient quand la dernière connexion est fermée : attendez « close » de chaque client, ou du serveur.',
  sockets: (count: number) =>
    `La promesse est tenue, et ${plural(count, 'connexion reste ouverte', 'connexions restent ouvertes')}.`,
  noSocket: 'plus une connexion',
  socketsActual: (count: number) => plural(count, 'connexion ouverte', 'connexions ouvertes'),
  timers: (count: number) =>
    `La promesse est tenue, et ${plural(count, 'minuteur attend', 'minuteurs attendent')} encore.`,
  noTimer: 'aucun minuteur',
  timersActual: (count: number) => plural(count, 'minuteur', 'minuteurs'),
  timersHint: 'Si tout le monde a répondu, le délai ne sert plus : « clearTimeout(minuteur) ».',
} as const;
