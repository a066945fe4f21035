// The words of the figures that one tries.

export const demos = {
  trial: {
    open: 'Essayer',
    about: 'Un serveur de dix lignes, dans cet onglet.',
    opening: 'Chargement…',
    notLoaded: 'L’essai n’a pas pu être chargé. Vérifiez la connexion, puis pressez de nouveau.',
    label: 'Essai d’un serveur WebSocket',
    server: 'Votre serveur',
    visitor: 'Un visiteur',
    file: 'serveur.js',
    run: 'Exécuter',
    running: 'En cours…',
    message: 'Message',
    send: 'Envoyer',
    first: 'Bonjour',
    waiting: 'Exécutez le serveur : un visiteur se connecte et dit son message.',
    code: `import { WebSocketServer } from 'ws';

const serveur = new WebSocketServer({ port: 8080 });

serveur.on('connection', (visiteur) => {
  visiteur.on('message', (message) => {
    // Changez la réponse, puis exécutez de nouveau.
    visiteur.send(message.toString());
  });
});`,
    status: {
      starting: 'Le serveur démarre…',
      sent: 'Le message est parti…',
      echoed: (text: string) =>
        `« ${text} » est allé au serveur, et en est revenu. Changez la réponse, puis exécutez de nouveau.`,
      answered: (text: string) => `Le serveur a répondu « ${text} ».`,
      answeredBytes: 'Le serveur a répondu par des octets.',
      silent:
        'Le serveur a reçu le message et n’a rien répondu. Vérifiez qu’il appelle visiteur.send(…).',
    },
    failures: {
      notListening: 'Rien n’écoute sur le port 8080.',
      notListeningHint: 'Le visiteur se connecte au port 8080 : donnez-le à WebSocketServer.',
      noHandshake: 'Le serveur accepte la connexion, mais ne répond pas à la demande d’ouverture.',
      refused: (status: number) => `Le serveur refuse d’ouvrir la connexion : il répond ${status}.`,
      badHandshake: (reason: string) => `L’ouverture échoue. ${reason}`,
      handshakeHint: 'La classe WebSocketServer s’en charge : laissez-la répondre.',
      badFrame: (reason: string) => `Le visiteur ferme la connexion. ${reason}`,
      closed: (code: number) => `Le serveur a fermé la connexion, avec le code ${code}.`,
      cut: 'Le serveur a coupé la connexion.',
      again: 'Exécutez de nouveau pour rouvrir une connexion.',
      unavailable: 'L’exécution n’a pas pu démarrer.',
      unavailableHint: 'Vérifiez la connexion, puis exécutez de nouveau.',
    },
    line: (line: number) => `ligne ${line}`,
    exchange: 'Ce qui est passé',
    ways: { received: 'visiteur → serveur', sent: 'serveur → visiteur' },
    opened: (request: number, response: number) =>
      `Connexion ouverte : ${request} octets de demande, ${response} de réponse.`,
    console: 'Console du serveur',
    colours: 'Les couleurs des champs',
    more: (count: number) => `… et ${count} de plus`,
  },
} as const;
