// The words of the race between four ways to be told.

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1).replace('.', ',')} s`;

export const race = {
  title: 'Quatre façons d’être prévenu, dans le même réseau',
  prediction: {
    question:
      'Une page interroge le serveur toutes les 5 s. Six messages arrivent en une minute. Combien de requêtes pour rien ?',
    choices: ['Aucune', 'Environ la moitié', 'Plus des trois quarts'],
    right: 1,
    because:
      'Douze requêtes partent en une minute, et six au plus rapportent un message : les autres reviennent vides, et chaque message attend quand même son tour.',
  },
  keys: 'Tab : aller d’un réglage à l’autre · ↑ ↓ : en changer',
  roundTrip: 'Aller-retour',
  rate: 'Messages',
  poll: 'Interrogation',
  draw: 'Tirer d’autres messages',
  rates: {
    1000: '1 par seconde',
    10_000: '1 toutes les 10 s',
    60_000: '1 par minute',
  },
  every: (ms: number) => `toutes les ${ms / 1000} s`,
  milliseconds: (ms: number) => `${ms} ms`,
  caption: (messages: number) =>
    `En une minute, pour ${messages} ${messages > 1 ? 'messages' : 'message'} du serveur`,
  columns: {
    way: 'Moyen',
    requests: 'Requêtes',
    bytes: 'Octets',
    mean: 'Retard moyen',
    worst: 'Pire retard',
  },
  ways: {
    polling: 'Scrutation',
    longPolling: 'Scrutation longue',
    sse: 'SSE',
    webSocket: 'WebSocket',
  },
  bytes: (count: number) => count.toLocaleString('fr-FR'),
  delay: (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : seconds(ms)),
  said: (polls: number, messages: number, ratio: number) =>
    `La scrutation fait ${polls} requêtes pour ${messages} ${messages > 1 ? 'messages' : 'message'}, et ${ratio > 1 ? `${ratio} fois les octets` : 'à peine plus d’octets que ceux'} de WebSocket, qui n’en fait qu’une.`,
  note: 'En-têtes d’un vrai navigateur, messages de 40 octets, sans TLS ni TCP. Vers le serveur, WebSocket gagne encore plus : 11 octets de trame pour 5 caractères, contre 300 environ d’en-tête.',
} as const;
