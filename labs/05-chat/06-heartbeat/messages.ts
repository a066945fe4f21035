// What step 5.6 says when a client that should live is cut, or one that should be cut lives on.

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

/** As a student reads it: one decimal, with a comma. */
export const intervals = (milliseconds: number, interval: number) => {
  const count = milliseconds / interval;
  const text = count.toFixed(1).replace('.', ',');
  return `${text} ${count >= 2 ? 'intervalles' : 'intervalle'}`;
};

const thousands = (milliseconds: number) =>
  String(Math.round(milliseconds)).replace(/\B(?=(\d{3})+$)/g, '\u202f');

export const shownCall = (options: { readonly intervalle?: number } | null) =>
  options === null
    ? 'surveiller(wss)'
    : options.intervalle === undefined
      ? 'surveiller(wss, {})'
      : `surveiller(wss, { intervalle: ${options.intervalle} })`;

export const CALL = {
  threw: (what: string) => `surveiller a lancé une exception : ${what}`,
  exception: (what: string) => `exception : ${what}`,
  something: 'une exception',
  expected: 'pas d’exception',
  threwHint: 'Lisez la ligne indiquée avec l’appel envoyé en tête.',
  defaultHint:
    'Les options sont facultatives : « function surveiller(wss, { intervalle = 30000 } = {}) ».',
} as const;

export const LIFE = {
  cut: (life: string) => `Un client qui répond à chaque Ping est coupé, ${life} après son arrivée.`,
  sent: (call: string) => `${call} ; trois clients qui répondent à chaque Ping, et un qui se tait`,
  expected: 'une connexion qui reste ouverte',
  closed: 'une trame Close',
  where: (elapsed: number, pings: number, pongs: number) =>
    `à ${thousands(elapsed)} ms ; ${plural(pings, 'Ping reçu', 'Ping reçus')}, ${plural(pongs, 'Pong rendu', 'Pong rendus')}`,
  neighbourHint:
    'Il a répondu ; c’est son voisin qui s’est tu. Chaque client a sa marque : posez-la sur lui, ou dans une Map dont il est la clé.',
  countHint:
    'Il répond depuis plusieurs tours : ce qui compte ses tours, ou ses silences, repart de zéro à chacun de ses Pong.',
  flagHint: "Un Pong remet la marque : « client.on('pong', () => { client.vivant = true; }) ».",
  hurryHint:
    'Le Pong met jusqu’à un quart d’intervalle à revenir : jugez au tour suivant, pas aussitôt après le Ping.',
  noPingHint:
    'Ce client n’a reçu aucun Ping, et n’a donc rien pu répondre : envoyez-le avant de juger.',
  textHint:
    'Un navigateur ne répond seul qu’au Ping du protocole, « client.ping() », jamais à un message.',
} as const;

export const NEWCOMER = {
  cut: 'Un client arrivé une milliseconde avant le tour est coupé par ce tour.',
  sent: (call: string, arrivals: readonly number[]) =>
    `${call} ; trois clients arrivent à ${arrivals.map(thousands).join(' ms, trois à ')} ms`,
  expected: 'trois connexions ouvertes après le tour',
  actual: 'une connexion coupée, sans avoir reçu de Ping',
  actualPinged: 'une connexion coupée, aussitôt après son premier Ping',
  where: (at: number) => `à ${thousands(at)} ms, une milliseconde après son arrivée`,
  hint: 'Un nouveau est vivant jusqu’à preuve du contraire : posez sa marque dès l’événement « connection ».',
} as const;

const CUT = { open: 'rien', ended: 'la fin du flux (FIN)', reset: 'une coupure (RST)' } as const;

export const DEATH = {
  cut: CUT,
  mute: 'Un client muet',
  deaf: 'Un client muet, qui ne lit plus rien de ce que le serveur lui envoie,',
  sent: (call: string) => `${call} ; puis des clients qui cessent de répondre`,
  expected: 'la fin de sa connexion, en deux intervalles au plus',
  left: (count: number) =>
    count > 1
      ? `${count} clients muets depuis leur arrivée sont toujours connectés.`
      : 'Un client muet depuis son arrivée est toujours connecté.',
  someLeft: (left: number, count: number) =>
    `${count} clients se taisent en même temps ; ${left} ${left > 1 ? 'restent' : 'reste'} connecté${left > 1 ? 's' : ''}.`,
  fadingLeft: 'Un client qui a répondu deux fois, puis s’est tu, est toujours connecté.',
  stillOpen: (life: string, pings: number) =>
    `connexion ouverte, ${life} plus tard ; ${plural(pings, 'Ping reçu', 'Ping reçus')} sans réponse`,
  where: (elapsed: number) => `${thousands(elapsed)} ms après son dernier signe de vie`,
  hint: 'À chaque tour : qui n’a pas répondu au Ping du tour précédent est coupé ; pour les autres, la marque tombe et un Ping part.',
  someHint:
    'Un « return » dans une boucle « for » arrête tout le tour : employez « continue », ou « forEach ».',
  tooSoon: (elapsed: number) =>
    `Sans option, un client est coupé avant ${thousands(elapsed)} ms de silence.`,
  defaultExpected: 'sans option, un intervalle de 30 000 ms',
  defaultHint: 'Donnez sa valeur par défaut à l’option : « { intervalle = 30000 } = {} ».',
  /** What the one who never reads gains. */
  deafGain:
    ' Un attaquant n’a qu’à ne rien lire : tout ce que vous lui envoyez s’entasse dans la mémoire du serveur.',
  onlyClosed: (who: string) => `${who} reçoit une trame Close, et sa connexion reste ouverte.`,
  notCut: (who: string) => `${who} garde sa connexion.`,
  cutExpected: 'la fin de la connexion (FIN ou RST)',
  closeFrame: 'une trame Close, puis rien',
  nothing: 'rien : la connexion reste ouverte',
  closeHint:
    '« close() » attend la réponse d’un client qui ne répond plus : « terminate() » coupe sans attendre, et un délai de politesse compte dans les deux intervalles.',
  kept: (count: number) =>
    `Le serveur garde ${plural(count, 'client muet', 'clients muets')} dans « wss.clients ».`,
  keptExpected: 'wss.clients.size === 0',
} as const;

export const STOP = {
  cannot: (kind: string) => `surveiller rend ${KIND[kind] ?? kind} : rien ne permet de l’arrêter.`,
  function: 'une fonction, ou { arreter }',
  given: (kind: string) => KIND[kind] ?? kind,
  functionHint: 'Finissez par « return () => clearInterval(minuteur); ».',
  syncHint: 'surveiller n’attend rien : enlevez « async », et rendez la fonction elle-même.',
  sent: (call: string) => `const arreter = ${call} ; arreter()`,
  threw: 'L’arrêt lance une exception.',
  threwHint: 'Arrêter, c’est « clearInterval(minuteur) », et rien qui puisse échouer.',
  timers: (count: number) =>
    `Après l’arrêt, ${plural(count, 'minuteur attend', 'minuteurs attendent')} encore.`,
  noTimer: 'aucun minuteur',
  timersActual: (count: number) => plural(count, 'minuteur', 'minuteurs'),
  timersHint:
    'Tout ce que « setInterval » ou « setTimeout » a rendu se garde, et passe par « clearInterval » ou « clearTimeout » à l’arrêt.',
  pings: (count: number) =>
    `Après l’arrêt, ${plural(count, 'Ping part', 'Ping partent')} encore vers les clients.`,
  silence: 'plus aucun Ping',
  pingsActual: (count: number) => plural(count, 'Ping', 'Ping'),
  lateHint:
    'Un client arrivé après l’arrêt est encore sondé : enlevez aussi l’écouteur de « connection », ou n’y lancez aucun minuteur.',
  untouched: 'des connexions que plus personne ne surveille : elles restent ouvertes',
  muteCut: 'Après l’arrêt, un client qui se tait est encore coupé.',
  cut: 'Après l’arrêt, un client est coupé.',
  cutActual: 'une connexion coupée',
  cutHint: 'L’arrêt rend les minuteurs, il ne ferme ni les clients ni le serveur.',
} as const;

const KIND: Readonly<Record<string, string>> = {
  undefined: 'undefined',
  null: 'null',
  promise: 'une promesse',
  object: 'un objet sans « arreter »',
  number: 'un nombre',
  string: 'un texte',
  boolean: 'un booléen',
};

export const CROWD = {
  sent: (call: string, count: number, isAlone: boolean) =>
    `${call} ; ${thousands(count)} clients arrivent${isAlone ? ', puis tous s’en vont' : ''}`,
  threw: (what: string) => `L’écouteur de « connection » a lancé une exception : ${what}`,
  threwHint: 'Une exception dans un écouteur arrête le serveur, pour tous ses clients.',
  tooMany: (count: number, timers: number) =>
    `${thousands(count)} clients font attendre ${thousands(timers)} minuteurs.`,
  tooManyHint: 'Un seul minuteur suffit : à chaque tour, il parcourt « wss.clients ».',
  most: (count: number) => `quelques minuteurs par client au plus (${thousands(count)} en tout)`,
  left: (count: number, timers: number) =>
    `${thousands(count)} clients sont venus et repartis ; ${thousands(timers)} minuteurs attendent encore.`,
  leftHint:
    'Un minuteur par client se rend quand ce client s’en va, à l’événement « close » ; un seul pour tous n’a pas ce souci.',
  alone: 'un minuteur, ou quelques-uns',
  timers: (count: number) => `${thousands(count)} minuteurs`,
  rounds: (call: string, clients: number, rounds: number) =>
    `${call} ; ${clients} clients, toujours les mêmes, pendant ${rounds} tours`,
  listeners: (count: number) =>
    `En huit tours, sans nouveau client, ${count} écouteurs se sont ajoutés.`,
  sameListeners: 'autant d’écouteurs après qu’avant',
  moreListeners: (count: number) => `${count} écouteurs de plus`,
  listenersHint: 'L’écouteur de « pong » s’attache une fois, à la connexion, et non à chaque tour.',
  growing: (count: number) =>
    `En huit tours, sans nouveau client, ${count} minuteurs se sont ajoutés.`,
  sameTimers: 'autant de minuteurs après qu’avant',
} as const;

export const PINGS = {
  message: 'Le battement passe par un message, que la page du client reçoit.',
  expected: 'une trame Ping (opcode 9), et aucun message',
  opcode: (opcode: number) => `octet 0 : opcode ${opcode}`,
  messageHint:
    '« client.ping() » envoie un Ping du protocole : le navigateur répond seul, et la page n’en sait rien.',
  none: 'En deux intervalles, un client silencieux ne reçoit aucun Ping.',
  nothing: 'aucune trame',
  noneHint: 'À chaque tour, « client.ping() » pour tous ceux qui restent.',
  pong: 'Le serveur envoie des Pong, auxquels personne ne répond.',
  pongHint: 'Un Pong non demandé n’appelle pas de réponse : envoyez « client.ping() ».',
} as const;
