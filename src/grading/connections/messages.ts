// The French sentences about a server of the student's and what it answers on a connection.

const list = (names: readonly string[]) => names.map((name) => `« ${name} »`).join(', ');

export const SERVER = {
  expected: 'un serveur { listen(port, callback), address(), close() }, qui n’écoute pas encore',
  threw: (name: string, what: string) => `${name} a lancé une exception : ${what}`,
  threwHint: 'Appelez votre fonction vous-même avec ces options pour voir d’où elle vient.',
  unsettled: (name: string) => `${name} rend une promesse qui ne se règle jamais.`,
  pending: 'une promesse toujours en attente',
  unsettledHint:
    'Rendez le serveur sans attendre qu’il écoute ; c’est celui qui appelle qui fera « listen ».',
  notAServer: (name: string, kind: string) =>
    `${name} rend ${kind} ; le contrat demande un serveur.`,
  lacks: (name: string, className: string, missing: readonly string[]) =>
    `${name} rend un objet${className === 'Object' || className === '' ? '' : ` ${className}`} auquel il manque ${list(missing)}.`,
  lacksActual: (className: string) => (className === '' ? 'un objet' : `un objet ${className}`),
  notAServerHint: 'Terminez par « return serveur ; », avec ce que rend « createServer(…) ».',
  same: (name: string) => `${name} rend deux fois le même serveur.`,
  sameActual: 'le serveur d’un appel précédent',
  sameHint: 'Créez le serveur dans la fonction : chaque appel en fait un nouveau.',
  alreadyListens: 'Le serveur rendu écoute déjà.',
  notListening: 'un serveur qui n’écoute pas encore',
  portOpen: (port: number) => `le port ${port} est ouvert`,
  alreadyListensHint:
    'Enlevez « listen » de votre fichier : celui qui appelle choisit le port. Et créez un nouveau serveur à chaque appel.',
  listenThrew: (what: string) => `« listen(0, …) » a lancé une exception : ${what}`,
  listenThrewHint:
    'Si vous rendez votre propre objet, ses méthodes doivent garder leur « this » : écrivez « listen: (port, fini) => serveur.listen(port, fini) ».',
  neverListens: '« listen(0, callback) » n’appelle jamais son callback.',
  noCallback: 'aucun appel en une seconde simulée',
  neverListensHint: 'Passez le callback reçu à « serveur.listen(port, callback) ».',
  addressThrew: (what: string) => `« address() » a lancé une exception : ${what}`,
  noPortGiven: 'Une fois à l’écoute, « address() » ne dit pas le port.',
  noPortHint: 'Rendez « serveur.address() » : c’est un objet, dont « port » est le numéro.',
  unreadable: 'Le serveur rendu ne se laisse pas employer.',
  refused: (port: number) =>
    `Le port ${port} refuse la connexion, alors que le serveur y écoutait.`,
  accepted: 'une connexion acceptée',
  refusedActual: 'connexion refusée',
  refusedHint: 'Cherchez ce qui ferme le serveur après une connexion.',
  portAtImport: (module: string, port: number) =>
    `${module} écoute le port ${port} dès qu’il est importé.`,
  importOf: (module: string) => `import './${module}'`,
  noPort: 'aucun port ouvert à l’import',
  portAtImportHint:
    'Rien ne doit se passer hors de la fonction : enlevez le « listen » qui reste au niveau du fichier.',
} as const;

export const ANSWER = {
  silent: 'Le serveur ne répond rien.',
  silentActual: 'rien en une seconde simulée ; la connexion reste ouverte',
  closed: 'Le serveur ferme la connexion sans répondre.',
  closedActual: 'la fin du flux, sans un octet',
  reset: 'Le serveur coupe la connexion sans répondre.',
  resetActual: 'la connexion est coupée (RST)',
  notHttp: 'La réponse ne commence pas par une ligne de statut HTTP.',
  notHttpHint: 'La première ligne est « HTTP/1.1 », une espace, le statut, une espace, une phrase.',
  whereStart: 'ligne 1, octet 0',
  whereStatus: 'ligne 1, le statut',
} as const;

export const UPGRADE = {
  expected: 'HTTP/1.1 101, et la connexion ouverte',
  silentHint:
    'Affichez un mot au début de votre écouteur « upgrade » : est-il appelé ? Écrit-il dans « socket » ?',
  closedHint: 'Écrivez la réponse avec « socket.write(…) », et laissez la socket ouverte.',
  resetHint:
    'Une exception dans l’écouteur, ou « socket.destroy() », coupe la connexion avant la réponse.',
  ordinary: (status: number) =>
    `Le serveur répond ${status}, comme à une requête ordinaire, à une demande WebSocket valide.`,
  ordinaryHint:
    'Sans écouteur « upgrade » (ou s’il a été retiré), Node passe la demande à l’écouteur ordinaire.',
  refused: (status: number) => `Le serveur refuse (${status}) une demande WebSocket valide.`,
  refusedHint:
    'Affichez ce que votre code a lu de cette demande : méthode, cible et en-têtes doivent être ceux qui ont été envoyés.',
  serverErrorHint: 'Un statut 5xx dit que votre code a échoué : cherchez ce qui l’a fait.',
  httpVersion: 'Le 101 n’annonce pas HTTP/1.1.',
  httpVersionHint: 'Le changement de protocole n’existe qu’à partir de HTTP/1.1.',
  missing: (name: string) => `L’en-tête « ${name} » manque dans le 101.`,
  otherValue: (name: string) => `L’en-tête « ${name} » du 101 n’a pas la valeur attendue.`,
  twice: (name: string, count: number) => `L’en-tête « ${name} » est écrit ${count} fois.`,
  where: (name: string) => `en-tête « ${name} »`,
  names: (names: readonly string[]) =>
    names.length === 0 ? 'aucun en-tête' : `seulement : ${names.join(', ')}`,
  fieldHint:
    'Le 101 porte « Upgrade : websocket », « Connection : Upgrade » et Sec-WebSocket-Accept, une fois chacun.',
  otherKey: 'Sec-WebSocket-Accept répond à la clé d’une autre connexion.',
  otherKeyHint:
    'Chaque connexion a sa clé : gardez-la dans une variable de l’écouteur, pas dans une variable partagée.',
  acceptHint: (key: string) =>
    `La clé de cette demande est ${key} : c’est elle, en entier, que « calculerAccept » doit recevoir.`,
  promise: 'Une promesse est écrite à la place de sa valeur.',
  promiseHint: '« reponse101 » peut rendre une promesse : écrivez « await reponse101(…) ».',
  emptyProtocol: (value: string) =>
    value === ''
      ? 'Le 101 porte une ligne Sec-WebSocket-Protocol vide.'
      : `Le 101 écrit « ${value} » comme si c’était le nom d’un sous-protocole.`,
  protocolWithoutOffer:
    'Le 101 choisit un sous-protocole, alors que ce client n’en a proposé aucun.',
  protocolNotOffered: 'Le 101 choisit un sous-protocole que ce client n’a pas proposé.',
  protocolNotAccepted: 'Le 101 choisit un sous-protocole que ce serveur n’accepte pas.',
  noProtocolExpected: 'pas de ligne Sec-WebSocket-Protocol',
  missingProtocol: 'Le 101 ne dit pas quel sous-protocole est choisi.',
  protocolExpected: (names: readonly string[]) =>
    names.map((name) => `Sec-WebSocket-Protocol: ${name}`).join(' ou '),
  protocolHint: (offer: readonly string[]) =>
    offer.length === 0
      ? 'Sans offre du client, la ligne entière disparaît.'
      : `Le client propose « ${offer.join(', ')} » : prenez l’un de ces noms, s’il est aussi dans « sousProtocoles » ; sinon, pas de ligne.`,
  listProtocol: 'Le 101 porte une liste de sous-protocoles ; le client en attend un seul.',
  extension: 'Le 101 accepte une extension que le client n’a pas demandée.',
  extensionHint: 'Enlevez Sec-WebSocket-Extensions de la réponse.',
  noExtension: 'pas de ligne Sec-WebSocket-Extensions',
  malformed: 'Un client ne sait pas lire ce 101.',
  malformedHint:
    'Chaque ligne d’en-tête est « Nom : valeur », écrite une fois : comparez avec la réponse de l’étape 1.6.',
  after: (count: number) =>
    count > 1
      ? `${count} octets suivent le 101, et ce n’est pas une trame WebSocket.`
      : 'Un octet suit le 101, et ce n’est pas une trame WebSocket.',
  secondAnswer: 'Une seconde réponse HTTP suit le 101.',
  secondAnswerHint:
    'Après le 101, ce qui arrive n’est plus du HTTP : n’y répondez pas, et n’écrivez la réponse qu’une fois.',
  emptyLineHint:
    'C’est une ligne vide de trop : une chaîne vide s’est peut-être glissée parmi les lignes que « join » assemble, à la place d’un en-tête absent.',
  afterHint: 'Après la ligne vide du 101 commencent les trames : n’écrivez rien d’autre.',
  nothingAfter: 'rien après la ligne vide',
  whereAfter: (offset: number) => `octet ${offset}, après la ligne vide`,
  ended: 'Le 101 arrive, puis le serveur ferme la connexion.',
  cut: 'Le 101 arrive, puis le serveur coupe la connexion.',
  stillOpen: 'la connexion reste ouverte après le 101',
  endedActual: 'HTTP/1.1 101, puis la fin du flux',
  cutActual: 'HTTP/1.1 101, puis une coupure (RST)',
  endedHint:
    'Pour accepter, « socket.write(…) » ; « socket.end(…) » écrit et ferme, ce qui ne convient qu’à un refus.',
} as const;
