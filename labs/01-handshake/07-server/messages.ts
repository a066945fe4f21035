// What step 1.7 says of a server that does not answer as it should.
import type { MissingBody } from '../../../src/grading/index.ts';

const RST = 'la connexion est coupée (RST)';
const SILENCE = 'rien en une seconde simulée ; la connexion reste ouverte';
const ONLY_END = 'la fin du flux, sans un octet';
const names = (all: readonly string[]) =>
  all.length === 0 ? 'aucun en-tête' : `seulement : ${all.join(', ')}`;

export const ORDINARY = {
  none: {
    open: (target: string) => `Une requête ordinaire (GET ${target}) ne reçoit aucune réponse.`,
    ended: (target: string) =>
      `Une requête ordinaire (GET ${target}) voit la connexion se fermer, sans réponse.`,
    reset: (target: string) =>
      `Une requête ordinaire (GET ${target}) voit la connexion coupée, sans réponse.`,
  },
  noneActual: { open: SILENCE, ended: ONLY_END, reset: RST },
  noneHint: {
    open: 'Un navigateur attendrait sans fin : l’écouteur ordinaire doit finir sa réponse, par « reponse.end(…) ».',
    ended: 'Répondez avant de fermer : 426, ou 200 avec quelques mots.',
    reset: 'Cherchez l’exception, ou le « destroy() », qui coupe cette connexion.',
  },
  expected: 'une réponse complète, 200 ou 426',
  notHttp: 'La réponse à une requête ordinaire ne commence pas par une ligne de statut HTTP.',
  notHttpHint: 'La première ligne est « HTTP/1.1 », une espace, le statut, une espace, une phrase.',
  otherStatus: (status: number, target: string) =>
    `Une requête ordinaire (GET ${target}) reçoit le statut ${status}.`,
  statusHint: '200 si votre serveur a une page, 426 s’il ne parle que WebSocket.',
  not101Hint: 'Sans « Upgrade : websocket » ni « Connection : Upgrade », il n’y a rien à accepter.',
  whereStatus: 'ligne 1, le statut',
  incomplete: (missing: MissingBody) =>
    missing.kind === 'length'
      ? `La réponse annonce ${missing.announced} octets de corps, et ${missing.received} arrivent.`
      : missing.kind === 'last-chunk'
        ? 'La réponse commence, et ne finit jamais.'
        : 'Rien ne dit au navigateur où finit la réponse.',
  whole: 'un corps complet, ou Content-Length: 0',
  emptyBody: 'aucun octet après l’en-tête',
  whereEnd: (length: number) => `à la fin, après ${length} octets`,
  incompleteHint: {
    length:
      '« Content-Length » se compte en octets ; écrivez tout le corps, ou corrigez la longueur.',
    'last-chunk': 'Après « reponse.write(…) », appelez « reponse.end() ».',
    end: 'Ajoutez « Content-Length », ou fermez la connexion par « socket.end(…) ».',
  },
} as const;

export const SPELLED_HINT =
  '« Connection » est une liste, et la casse de « WebSocket » ne compte pas : laissez juger « decider » (étape 1.4).';

export const CUT = {
  inTwo: (position: number) =>
    position === 1
      ? 'en deux morceaux, après le premier octet'
      : `en deux morceaux, après ${position} octets`,
  byteByByte: 'octet par octet',
  early: (how: string) =>
    `La demande arrive ${how}, et le serveur répond avant d’en avoir reçu la fin.`,
  earlyHint: 'Gardez ce qui est arrivé, et n’en lisez rien avant la ligne vide, « \\r\\n\\r\\n ».',
  noAnswerYet: 'aucun octet avant la ligne vide de la demande',
  because: (how: string, message: string) => `La demande arrive ${how}. ${message}`,
  hint: 'TCP ne garde pas les morceaux : ajoutez chacun à ce qui est déjà là, jusqu’à « \\r\\n\\r\\n », puis seulement lisez.',
  where: (position: number, line: string) =>
    line === ''
      ? `coupure à l’octet ${position}, dans la ligne vide`
      : `coupure à l’octet ${position}, dans « ${line} »`,
  whereByteByByte: (length: number) => `${length} morceaux d’un octet`,
  evenWhole: (message: string) =>
    `Après des dizaines de connexions, une demande entière échoue aussi, sur un serveur neuf. ${message}`,
  mixed: (how: string) =>
    `La demande arrive ${how} : seule, elle réussit ; en même temps que d’autres, sur d’autres serveurs, elle échoue.`,
  apart: 'des connexions qui ne se mélangent pas',
  sharedHint:
    'Quelque chose se garde d’une connexion à l’autre : cherchez une variable hors de « creerServeur ».',
} as const;

export const REFUSAL = {
  none: {
    open: (defect: string) => `Une demande ${defect} ne reçoit aucune réponse.`,
    ended: (defect: string) => `Une demande ${defect} voit la connexion se fermer, sans un mot.`,
    reset: (defect: string) => `Une demande ${defect} voit la connexion coupée, sans un mot.`,
  },
  noneActual: { open: SILENCE, ended: ONLY_END, reset: RST },
  noneHint: {
    open: 'Écrivez le refus dans la socket, puis fermez : « socket.end(reponseRefus(…)) ».',
    ended: 'Dites pourquoi avant de fermer : « socket.end(reponseRefus(…)) ».',
    reset: 'Cherchez l’exception, ou le « destroy() », qui coupe cette connexion avant le refus.',
  },
  otherStatus: (status: number | null, defect: string) =>
    status === 101
      ? `Le serveur accepte (101) une demande ${defect}.`
      : status === null
        ? `La réponse à une demande ${defect} ne commence pas par une ligne de statut.`
        : `Une demande ${defect} reçoit le statut ${status}.`,
  expected: (statuses: readonly number[]) =>
    `HTTP/1.1 ${statuses.join(' ou ')}, puis la fin du flux`,
  whereStatus: 'ligne 1, le statut',
  acceptedHint: 'Passez par « decider », et n’écrivez le 101 que si c’est son statut.',
  statusHint: 'Le statut à écrire est celui que rend « decider » (étape 1.4).',
  noVersion: (defect: string) =>
    `Le refus d’une demande ${defect} ne dit pas quelle version le serveur parle.`,
  otherVersion: (defect: string) => `Le refus d’une demande ${defect} n’annonce pas la version 13.`,
  versionHint: 'Donnez à « reponseRefus » les en-têtes que rend « decider », dans une Map.',
  whereVersion: 'en-tête « Sec-WebSocket-Version »',
  names,
  accept: 'Le refus porte Sec-WebSocket-Accept.',
  withoutAccept: 'un refus sans Sec-WebSocket-Accept',
  whereAccept: 'en-tête « Sec-WebSocket-Accept »',
  acceptHint: 'Cet en-tête dit « j’accepte » : il n’a de place que dans le 101.',
  notEnded: {
    open: (defect: string) =>
      `Le refus d’une demande ${defect} part, mais la connexion reste ouverte.`,
    reset: (defect: string) =>
      `Le refus d’une demande ${defect} part, puis la connexion est coupée net.`,
  },
  thenEnd: 'le refus, puis la fin du flux (FIN)',
  notEndedActual: {
    open: 'le refus, puis rien en une seconde simulée',
    reset: `le refus, puis ${RST}`,
  },
  notEndedHint: {
    open: 'Terminez la socket : « socket.end(refus) » écrit, puis ferme.',
    reset:
      'Une coupure peut effacer le refus que le client n’a pas encore lu : « socket.end(refus) » ferme sans rien perdre.',
  },
  whereEnd: (length: number) => `à la fin, après ${length} octets`,
  cutShort: 'Le refus s’arrête avant la fin de son corps.',
  wholeBody: (missing: MissingBody) =>
    missing.kind === 'length'
      ? `${missing.announced} octets de corps, comme l’annonce Content-Length`
      : 'un corps complet',
  cutShortHint: 'Sans corps, la longueur est 0 : « Content-Length: 0 ».',
  anythingElse: 'une réponse, mais pas 101',
  notUpgradeHint:
    'Vérifiez « Upgrade » et « Connection » (étape 1.2) : l’écouteur « upgrade » est appelé pour tout protocole.',
} as const;

export const SURVIVAL = {
  inTheMiddle: (length: number) => `au milieu de sa demande (après ${length} octets)`,
  atTheEnd: 'juste après sa demande, sans attendre le 101',
  beforeTheRefusal: 'juste après une demande que le serveur refuse',
  beforeThePage: 'juste après une requête ordinaire',
  withoutAWord: 'sans avoir rien envoyé',
  sent: (text: string) =>
    text === '' ? 'rien, puis une coupure (RST)' : `${text} puis une coupure (RST)`,
  crashed: (when: string) => `Un client disparaît ${when}, et votre programme s’arrête.`,
  alive: 'le programme continue, et accepte d’autres connexions',
  exception: (text: string) => `exception que rien n’attrape : ${text}`,
  where: (when: string) => `coupure ${when}`,
  errorHint:
    "Une connexion coupée émet « error » sur sa socket ; sans écouteur, Node arrête tout. Attachez « socket.on('error', …) » dès le début, avant toute attente.",
  otherHint: 'L’exception vient de ce que fait votre code quand la socket n’est plus là.',
  closed: (when: string) => `Un client disparaît ${when}, et le serveur n’accepte plus personne.`,
  closedActual: 'connexion refusée',
  closedHint: 'Fermez cette socket, pas le serveur.',
} as const;

const ORDINAL = ['premier', 'second'];

export const INDEPENDENCE = {
  ownOptions: (index: number, message: string) =>
    `Deux serveurs sont créés avec des options différentes ; le ${ORDINAL[index] ?? ''} n’applique pas les siennes. ${message}`,
  otherPath: (index: number, target: string) =>
    `Le ${ORDINAL[index] ?? ''} serveur accepte ${target}, qui n’est que dans les « chemins » de l’autre.`,
  refusal: 'un refus : 404',
  optionsHint:
    'Gardez les options dans la fonction : une variable au niveau du fichier est commune à tous les serveurs.',
  closeFirst: 'puis le premier serveur est fermé par « close() »',
  cut: 'Fermer le premier serveur coupe une connexion du second.',
  cutActual: 'la connexion du second est terminée',
  mute: 'Une fois le premier serveur fermé, le second ne répond plus.',
  muteActual: SILENCE,
  untouched: 'le second serveur garde sa connexion, et en accepte d’autres',
  connectionsHint:
    'Une liste de clients au niveau du fichier est commune à tous les serveurs : créez-la dans la fonction.',
} as const;
