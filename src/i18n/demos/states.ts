// The words of the demo of a connection's states.

export const states = {
  title: 'Les quatre états d’une connexion',
  prediction: {
    question: 'Vous appelez close(). Que vaut readyState à la ligne suivante ?',
    choices: [
      '2, CLOSING : la fermeture est en cours',
      '2, CLOSED : la connexion est fermée',
      '3, CLOSED : la connexion est fermée',
      '1, OPEN : tant que le serveur n’a pas répondu',
    ],
    right: 0,
    because:
      'close() rend la main aussitôt et readyState vaut 2, CLOSING : fermer est un aller et un retour, et 3, CLOSED, ne vient qu’avec l’événement close.',
  },
  keys: 'Tab : aller d’un bouton à l’autre · Entrée : agir',
  /** Shown in the order of their value. */
  table: {
    caption: 'Ce que vaut readyState, d’après le standard et d’après le support de 2013',
    state: 'État',
    meaning: 'La connexion…',
    send: 'send()',
    then: 'En 2013',
  },
  meanings: ['s’établit', 'est établie', 'se ferme', 'est fermée, ou n’a pu s’établir'],
  sending: ['lève une exception', 'envoie', 'perd les données', 'perd les données'],
  claimed: ['connecting', 'open', 'closed', '(absente)'],
  here: 'état actuel',
  actions: {
    construct: 'new WebSocket(url)',
    accept: 'Le serveur répond 101',
    refuse: 'Le serveur répond 403',
    message: 'Un message arrive',
    send: 'send(…)',
    close: 'close(1000)',
    serverClose: 'Le serveur envoie Close 1000',
    finish: 'Le serveur finit : Close, puis fin de TCP',
    abandon: 'La connexion est abandonnée',
    cut: 'Le réseau est coupé',
  },
  groups: { page: 'La page appelle', network: 'Le réseau apporte' },
  log: 'Ce que la page voit',
  emptyLog: 'Rien encore : agissez.',
  state: (value: number, name: string) => `readyState ${value} (${name})`,
  events: {
    open: 'événement open',
    message: 'événement message',
    error: 'événement error, sans explication',
    close: (code: number, isClean: boolean) =>
      `événement close, code ${code}, wasClean ${isClean ? 'true' : 'false'}`,
    sent: 'le message part',
    lost: (bytes: number) => `données perdues, sans erreur ; bufferedAmount vaut ${bytes}`,
    thrown: 'exception InvalidStateError',
    dropped: 'message ignoré : la fermeture a commencé',
  },
  /** One sentence for each state that is entered, by its value. */
  entered: [
    'CONNECTING : la poignée de main est en route, rien ne peut partir encore.',
    'OPEN : les deux côtés peuvent envoyer.',
    'CLOSING : une trame Close est passée. Le support de 2013 lit ici « fermée », et un code qui le croit se reconnecte trop tôt.',
    'CLOSED : plus rien ne se passera sur cet objet ; pour revenir, il en faut un neuf.',
  ],
  stayed: {
    thrown: 'send() avant OPEN lève une exception : attendez l’événement open.',
    lost: 'send() après close() ne lève rien et n’envoie rien : les données sont perdues en silence.',
    sent: 'Le message part, et readyState ne change pas.',
    message: 'Un message arrive, et readyState ne change pas.',
    dropped: 'Un message arrive trop tard : la page ne le voit pas.',
  },
} as const;
