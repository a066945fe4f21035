// The words of the living sequence diagram.

export const handshake = {
  title: 'Une connexion, de l’ouverture à la fermeture',
  prediction: {
    question: 'Le serveur envoie un Ping. Que voit le JavaScript de la page ?',
    choices: [
      'Un événement ping, auquel il répond par un Pong',
      'Un message, comme les autres',
      'Rien : le navigateur répond seul',
      'Un événement error, s’il n’a pas prévu de réponse',
    ],
    right: 2,
    because:
      'La page ne voit rien : le navigateur répond lui-même au Ping par un Pong, et l’API n’en montre aucun des deux.',
  },
  keys: 'Tab : aller d’un réglage à l’autre · Entrée : étape suivante',
  description: (steps: string) => `Diagramme de séquence entre un client et un serveur. ${steps}`,
  client: 'Client',
  server: 'Serveur',
  toServer: 'Client → Serveur',
  toClient: 'Serveur → Client',
  lost: 'perdu en route',
  page: 'la page',
  scenario: 'Histoire',
  latency: 'Trajet, en ms',
  next: 'Étape suivante',
  previous: 'Étape précédente',
  again: 'Recommencer',
  start: 'Rien n’est encore parti. Faites la première étape.',
  step: (number: number, total: number, what: string) => `Étape ${number} sur ${total} : ${what}`,
  first: (ms: number) =>
    `Le premier message part ${ms} ms après l’appel : un aller-retour pour TCP, un autre pour la poignée de main.`,
  /** One decimal, with its comma, from a second on. */
  since: (ms: number) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1).replace('.', ',')} s`),
  time: (ms: number) => `${ms} ms`,
  caption: 'Ce qui passe, dans l’ordre',
  scenarios: {
    life: 'Une vie sans histoire',
    refusal: 'Le serveur refuse',
    sleep: 'Le portable s’endort',
  },
  events: {
    connect: {
      label: 'SYN, SYN-ACK',
      says: 'TCP s’établit ; le client demande, le serveur répond.',
    },
    request: {
      label: 'GET + Upgrade: websocket',
      says: 'le client demande à changer de protocole, avec une clé neuve.',
    },
    accept: {
      label: '101 Switching Protocols',
      says: 'le serveur prouve qu’il a lu la clé. Ce qui suit n’est plus du HTTP.',
      page: 'open',
    },
    refuse: {
      label: '403 Forbidden',
      says: 'le serveur refuse, en HTTP encore. La page n’en saura pas la raison.',
    },
    refused: {
      label: 'fin de TCP',
      says: 'la page apprend seulement que la connexion n’a pas pu s’établir.',
      page: 'error, close 1006',
    },
    hello: {
      label: 'texte « Bonjour », masqué',
      says: 'toute trame du client est masquée.',
    },
    answer: {
      label: 'texte « Bonjour », en clair',
      says: 'le serveur répond sans masque, quand il veut.',
      page: 'message',
    },
    ping: {
      label: 'Ping',
      says: 'le serveur vérifie que le client est là. La page ne voit rien.',
    },
    pong: {
      label: 'Pong',
      says: 'le navigateur répond seul, avec les mêmes données.',
    },
    close: {
      label: 'Close 1000',
      says: 'la page a appelé close() : elle n’envoie plus rien.',
      page: 'readyState 2',
    },
    closeBack: {
      label: 'Close 1000',
      says: 'le serveur répond par le même code.',
    },
    end: {
      label: 'fin de TCP',
      says: 'le serveur ferme TCP le premier ; la fermeture est propre.',
      page: 'close 1000',
    },
    lostPing: {
      label: 'Ping',
      says: 'le portable dort : le Ping se perd, et aucun Close n’est parti.',
    },
    secondPing: {
      label: 'Ping',
      says: 'pas de Pong en un tour : le serveur ferme sa moitié, et libère la place.',
    },
    wake: {
      label: 'texte « Vous êtes là ? »',
      says: 'au réveil la page croit la connexion ouverte, et envoie.',
    },
    reset: {
      label: 'RST',
      says: 'le serveur ne connaît plus cette connexion ; la page l’apprend enfin.',
      page: 'close 1006',
    },
  },
} as const;
