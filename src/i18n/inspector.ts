// The words of the inspector: what each byte, line and field says.
import { CLOSE_CODES, OPCODES } from './frame-rules.ts';
import { bytes, closeRanges, count, frame, frameTitles, WHOLE } from './inspector-frame.ts';
import { FAULTS, REFUSALS } from './inspector-rules.ts';

const SECONDS = new Intl.NumberFormat('fr-FR', {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
});

export const inspector = {
  bytes,
  number: (number: number): string => WHOLE.format(number),

  list: {
    caption: 'Octets échangés, dans l’ordre',
    number: 'N°',
    direction: 'Sens',
    who: 'Qui',
    time: 'Temps',
    what: 'Quoi',
    size: 'Octets',
    directions: { received: 'reçu', sent: 'envoyé' },
    received: '←',
    sent: '→',
    seconds: (milliseconds: number) => `${SECONDS.format(milliseconds / 1000)} s`,
    empty: 'Rien n’est encore passé. Les octets s’afficheront ici, dès le premier.',
    counted: (number: number) => count(number, 'échange', 'échanges'),
    capped: (kept: number, all: number) => `Les ${kept} derniers échanges sur ${WHOLE.format(all)}`,
    everyone: 'Toutes les connexions',
    filter: 'Connexion',
    connection: (number: number) => `Connexion ${number}`,
    clear: 'Effacer',
    fault: 'faute',
  },

  titles: {
    opened: (label: string) => `Connexion ouverte${label === '' ? '' : ` : ${label}`}`,
    ended: {
      fin: {
        received: 'Fin des octets reçus (FIN)',
        sent: 'Fin des octets envoyés (FIN)',
        both: 'Connexion fermée',
      },
      reset: {
        received: 'Connexion coupée (RST)',
        sent: 'Connexion coupée (RST)',
        both: 'Connexion coupée (RST)',
      },
    },
    request: (target: string) => `Requête d’ouverture ${target}`,
    otherRequest: (method: string, target: string) => `Requête ${method} ${target}`,
    response: (status: number) => `Réponse ${status}`,
    unread: { request: 'Requête', response: 'Réponse' },
    ...frameTitles,
    raw: {
      later: (size: string) => `${size} : vous saurez les lire au labo 3`,
      refused: (size: string) => `${size} hors de WebSocket`,
      'after-fault': (size: string) => `${size} non reconnus`,
      'after-close': (size: string) => `${size} après la fermeture`,
      'after-gap': (size: string) => `${size} après un trou`,
    },
    coming: (title: string, here: string, all: number | null) =>
      `${title}, en cours : ${here}${all === null ? '' : ` sur ${WHOLE.format(all)}`}`,
    cut: (title: string, here: string, all: number | null) =>
      `${title}, interrompue : ${here}${all === null ? '' : ` sur ${WHOLE.format(all)}`}`,
  },

  opcodes: OPCODES,
  faults: FAULTS,
  refusals: REFUSALS,
  closeCodes: CLOSE_CODES,
  closeRanges,

  details: {
    label: (number: number) => `Échange n° ${number}`,
    back: 'Retour à la liste',
    choose: 'Choisissez un échange pour le lire octet par octet.',
    faultAt: (sentence: string, offset: number, rfc: string) =>
      `${sentence} (octet ${offset}, ${rfc})`,
    faults: 'Ce que la RFC refuse',
    raw: {
      later: 'Ces octets sont des trames. Vous saurez les lire au labo 3.',
      refused: 'Aucune réponse 101 n’a ouvert de connexion WebSocket : ce ne sont pas des trames.',
      'after-fault':
        'Après la faute qui précède, un récepteur ne lit plus rien : la suite est montrée telle quelle.',
      'after-close': 'Après une trame de fermeture, ce qui arrive encore est ignoré.',
      'after-gap':
        'Des octets n’ont pas été gardés avant ceux-ci : on ne sait plus où commence une trame.',
    },
    opened: 'La connexion TCP est ouverte ; aucun octet n’est encore passé.',
    ended: {
      fin: 'Il n’y aura plus d’octets dans ce sens ; dans l’autre, il peut en passer encore.',
      both: 'Plus aucun octet ne passera.',
      reset: 'La connexion a été coupée net : ce qui était en route est perdu.',
    },
  },

  head: {
    caption: 'Chaque ligne, et ce qu’elle dit',
    line: 'Ligne',
    meaning: 'Ce qu’elle dit',
    end: 'La ligne vide finit l’en-tête.',
    lineEnd: 'CR LF',
    expectedAccept: 'Réponse attendue :',
    expectedValue: 'Valeur attendue :',
    bytes: 'Octets de l’en-tête',
    waiting: 'La ligne vide qui finit l’en-tête n’est pas encore venue.',
    bareLineFeeds: 'Des lignes finissent par LF seul : HTTP demande CR LF.',
    valid: {
      request: 'Cette requête ouvre une connexion WebSocket.',
      response: 'Le client accepte cette réponse.',
    },
    refused: 'Le serveur refuse d’ouvrir une connexion WebSocket.',
    interim: 'Réponse provisoire : une autre suit.',
    request: {
      start: (target: string) =>
        `Demande ${target} par un GET, en HTTP/1.1 au moins : c’est ainsi que s’ouvre une connexion.`,
      wrongMethod: 'Une ouverture WebSocket est un GET.',
      wrongVersion: 'Il faut HTTP/1.1 au moins.',
      host: 'Le serveur demandé : obligatoire, une seule fois.',
      hostTwice: 'Cette ligne vient deux fois : une seule est permise.',
      upgrade: 'Demande de quitter HTTP pour WebSocket.',
      wrongUpgrade: 'Devrait contenir « websocket ».',
      connection: 'Dit qu’Upgrade concerne cette connexion-ci.',
      wrongConnection: 'Devrait contenir « Upgrade ».',
      key: '16 octets tirés au hasard, en base64. Le serveur prouve qu’il les a lus.',
      wrongKey: 'Devrait être 16 octets en base64.',
      version: 'La seule version en usage.',
      wrongVersionHeader: 'Devrait être 13.',
      protocol: (names: string) => `Sous-protocoles proposés, le préféré d’abord : ${names}.`,
      wrongProtocol: 'Devrait être une liste de noms différents, séparés par des virgules.',
      extensions: (names: string) =>
        `Extensions proposées : ${names}. Le serveur peut les ignorer.`,
      wrongExtensions: 'Cette liste d’extensions ne se lit pas.',
      origin:
        'La page d’où vient la demande. Un navigateur le dit toujours ; un autre programme peut l’inventer.',
      userAgent: 'Le programme qui se connecte, tel qu’il se nomme.',
    },
    response: {
      accepted: '101 : le serveur accepte. Après la ligne vide, ce sont des trames.',
      refused: (status: number) => `${status} : le serveur n’ouvre pas de connexion WebSocket.`,
      interim: (status: number) => `${status} : réponse provisoire.`,
      upgrade: 'Le nouveau protocole de cette connexion.',
      wrongUpgrade: 'Devrait être « websocket ».',
      connection: 'Dit qu’Upgrade concerne cette connexion-ci.',
      wrongConnection: 'Devrait contenir « Upgrade ».',
      accept: 'C’est la valeur qu’attend la clé de la requête.',
      wrongAccept: 'Ce n’est pas la valeur qu’attend la clé de la requête.',
      acceptUnknown: 'Ce qui prouve que le serveur a lu la clé de la requête.',
      protocol: 'Le sous-protocole choisi, parmi ceux proposés.',
      wrongProtocol: 'N’est pas un des sous-protocoles proposés.',
      extensions: 'Les extensions acceptées, parmi celles proposées.',
      wrongExtensions: 'N’est pas parmi les extensions proposées.',
      version: 'La version que le serveur comprend.',
      length: 'La taille du corps qui suit, en octets.',
    },
    other: 'Sans rôle dans la poignée de main.',
    unread: 'Cette ligne ne se lit pas.',
    unjudged: 'Après la ligne en faute, rien n’est lu.',
  },

  frame: {
    ...frame,
    source: 'Source',
    bitUnit: (length: number) => (length > 1 ? 'bits' : 'bit'),
    grid: 'La trame, bit par bit',
    payload: 'Données, masquées puis démasquées',
    offset: 'Octet',
    onWire: 'Sur le fil',
    keyColumn: 'Clé',
    unmasked: 'Démasqué',
    asText: 'Texte',
  },

  dump: {
    caption: 'Octets',
    offset: 'Octet',
    hex: 'Hexadécimal',
    text: 'Texte',
    more: (size: number) => `Montrer les ${bytes(size)} gardés`,
    omitted: (size: number) => `${bytes(size)} de plus, non gardés.`,
    key: 'Couleurs',
  },
} as const;
