// What step 5.1 says of a server that does not start, answer or stop as it should.
import type { Options } from './chat-probe.ts';

export const START = {
  call: (options: Options) =>
    options === null
      ? 'demarrer()'
      : options.port === undefined
        ? 'demarrer({})'
        : `demarrer({ port: ${options.port} })`,
  chat: '{ port, arreter }, ou sa promesse',
  aPort: 'le port sur lequel le serveur écoute, de 1 à 65535',
  zero: 'demarrer rend le port 0 : c’est une demande, « choisissez pour moi », pas un port.',
  noPort: (kind: string) => `Le « port » rendu est ${kind}, au lieu du port réel.`,
  portHint: 'Le système choisit : lisez « serveur.address().port » une fois que le serveur écoute.',
  threw: (what: string) => `demarrer a lancé une exception : ${what}`,
  threwHint: 'Lisez la ligne indiquée. Les options peuvent manquer : « { port = 0 } = {} ».',
  undeclared: (name: string) =>
    `« ${name} » n’est déclaré nulle part, et demarrer s’arrête là : un module est toujours en mode strict.`,
  undeclaredHint: (name: string) => `Déclarez-le : « const ${name} = … ».`,
  unsettled: 'demarrer rend une promesse qui ne se règle jamais.',
  pending: 'une promesse toujours en attente',
  unsettledHint:
    'Réglez-la quand le serveur écoute : l’événement « listening », ou le callback de « listen ».',
  notAChat: (kind: string) => `demarrer rend ${kind}, au lieu d’un objet { port, arreter }.`,
  notAChatHint: 'Terminez par « return { port: serveur.address().port, arreter }; ».',
  noStop: 'L’objet rendu n’a pas de fonction « arreter ».',
  noStopHint: '« arreter » ferme le serveur : celui qui a démarré doit pouvoir arrêter.',
  refused: (port: number) => `Personne n’écoute sur le port ${port}, que demarrer a rendu.`,
  listening: (port: number) => `un serveur qui écoute sur le port ${port}`,
  refusedActual: 'connexion refusée',
  refusedHint: 'Attendez que le serveur écoute avant de rendre, et rendez le port qu’il a reçu.',
} as const;

export const LOG = {
  line: (port: number) => `une ligne de console.log qui contient ${port}`,
  noLine: 'aucune ligne',
  nothing: (port: number) => `Le serveur écoute sur le port ${port}, et ne l’affiche pas.`,
  noPort: (port: number) =>
    `Le serveur écoute sur le port ${port} ; ce qu’il affiche ne le dit pas.`,
  otherPort: (port: number, other: string) =>
    `Le serveur écoute sur le port ${port}, et affiche ${other}.`,
  hint: 'Un nombre écrit deux fois finit par mentir : affichez « serveur.address().port ».',
} as const;

export const STOP = {
  freed: 'le port est libre : plus personne n’y écoute',
  threw: (what: string) => `arreter a lancé une exception : ${what}`,
  threwHint: 'Lisez la ligne indiquée : « arreter » est appelée une fois, serveur en marche.',
  unsettled: 'arreter rend une promesse qui ne se règle jamais.',
  unsettledHint: 'Réglez-la quand le serveur est fermé : « serveur.close(callback) ».',
  pending: 'une promesse toujours en attente',
  stillListens: (port: number) => `Après arreter(), le port ${port} accepte encore des connexions.`,
  accepted: (port: number) => `connexion acceptée sur ${port}`,
  hint: 'Fermez le serveur HTTP, « serveur.close() » : « wss.close() » ne ferme pas celui qu’on lui a prêté.',
} as const;

export const TWO = {
  samePort: (port: number) =>
    `Deux serveurs démarrés ensemble disent tous deux écouter sur ${port}.`,
  ports: 'deux ports différents',
  onePort: (port: number) => `${port}, deux fois`,
  samePortHint: 'Créez le serveur dans « demarrer » : au niveau du fichier, il n’y en a qu’un.',
  cut: 'Arrêter le premier serveur coupe un client du second.',
  cutActual: 'la connexion du second est terminée',
  untouched: 'le client du second serveur garde sa connexion',
  cutHint:
    'La liste des clients est au niveau du fichier, donc commune : déclarez-la dans « demarrer ».',
  otherPort: (asked: number, port: number) =>
    `On demande le port ${asked}, et demarrer rend ${port}.`,
  otherPortHint: 'Passez « port » à « listen ».',
} as const;

const RST = 'la connexion est coupée (RST)';
export const ORDINARY = {
  none: (target: string) => ({
    open: `Une requête ordinaire (GET ${target}) ne reçoit aucune réponse : le navigateur tourne sans fin.`,
    ended: `Une requête ordinaire (GET ${target}) voit la connexion se fermer, sans réponse.`,
    reset: `Une requête ordinaire (GET ${target}) voit la connexion coupée, sans réponse.`,
  }),
  noneActual: {
    open: 'rien en une seconde simulée ; la connexion reste ouverte',
    ended: 'la fin du flux, sans un octet',
    reset: RST,
  },
  noneHint:
    'L’écouteur de « createServer » doit répondre, à toute adresse : « reponse.writeHead(426).end() ».',
  expected: 'une réponse complète, 200 ou 426',
  anyStatus: 'une réponse complète, quel qu’en soit le statut',
  otherStatus: (target: string, status: number | null) =>
    status === null
      ? 'La réponse à une requête ordinaire ne commence pas par une ligne de statut HTTP.'
      : `Une requête ordinaire (GET ${target}) reçoit le statut ${status}.`,
  statusHint: '200 si votre serveur a une page, 426 s’il ne parle que WebSocket.',
  unfinished: (target: string) =>
    `La réponse à une requête ordinaire (GET ${target}) commence, et ne finit pas.`,
  unfinishedHint: 'Après « writeHead » ou « write », appelez « reponse.end() ».',
} as const;

export const OPENED = {
  refused: (target: string, status: number) =>
    `Le serveur refuse (${status}) une demande d’Upgrade sur ${target}.`,
  accepted: 'HTTP/1.1 101, et la connexion ouverte',
  refusedHint:
    "Le chemin commence par une barre, et se compare sans sa requête : « path: '/chat' ».",
  closes: 'Le serveur ouvre la connexion sur /chat, puis envoie une trame Close.',
  expected: 'une connexion qui reste ouverte',
  hint: 'Cherchez l’appel à « close » : c’est au client de partir.',
} as const;

export const ELSEWHERE = {
  accepted: (target: string) =>
    `Une demande d’Upgrade sur ${target} est acceptée : le chat est à /chat.`,
  silent: (target: string) => `Une demande d’Upgrade sur ${target} ne reçoit aucune réponse.`,
  otherStatus: (target: string, status: number) =>
    `Une demande d’Upgrade sur ${target} reçoit le statut ${status}.`,
  expected: 'un statut 4xx, ou une connexion fermée',
  nothing: 'rien en une seconde simulée ; la connexion reste ouverte',
  where: 'le chemin de la demande',
  pathHint:
    'Donnez « path » à WebSocketServer, ou comparez le chemin entier, sans sa requête, à « /chat ».',
  refuseHint:
    "Refusez et fermez : « socket.end('HTTP/1.1 404 Not Found\\r\\n…') », ou « path » de ws.",
} as const;

/** What anybody may send to /chat, and what it costs the others when it stops the server. */
export const HOSTILE = {
  unmasked: 'une trame sans masque',
  notUtf8: 'un texte qui n’est pas de l’UTF-8',
  binary: 'une trame binaire',
  flood: '10 000 messages d’un coup',
  sent: (what: string) => `sur /chat, ${what}`,
  expected: 'la connexion des autres reste ouverte',
  crashed: (what: string) =>
    `Un client envoie ${what}, et votre serveur s’arrête : un attaquant met ainsi tout le monde dehors.`,
  others: (what: string) =>
    `Un client envoie ${what}, et un autre perd sa connexion : un attaquant met ainsi tout le monde dehors.`,
  lost: 'la connexion d’un autre client est terminée',
  hint: 'Ce que fait un client ne touche que sa connexion : écoutez « error » sur chacune, et ne fermez que celle-là.',
  unheard:
    "Une trame sans masque, ou un texte qui n’est pas de l’UTF-8, émet « error » sur la connexion, et personne ne l’écoute : sur un vrai Node, le programme s’arrête. Un attaquant n’a que quatre octets à envoyer pour mettre tout le monde dehors. Ajoutez « client.on('error', …) » dans l’écouteur de « connection ».",
} as const;
