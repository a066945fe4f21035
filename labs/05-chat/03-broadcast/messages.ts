// What step 5.3 says of a broadcast that misses somebody, hits somebody else, or leaves in the wrong kind of frame.
import { visibleText } from '../../../src/grading/index.ts';
import type { Broadcast } from './broadcasts.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const STATES = ['CONNECTING', 'OPEN', 'CLOSING', 'CLOSED'];
export const name = (rank: number): string => LETTERS[rank] ?? '?';

/** The call, as the student would write it, with what is particular about each client. */
export function sentence({ text, clients, except }: Broadcast): string {
  const all = clients.map(({ state, throws }, rank) => {
    const note = throws ? ' (son « send » lance)' : state === 1 ? '' : ` (${STATES[state] ?? '?'})`;
    return `${name(rank)}${note}`;
  });
  const options =
    except === null
      ? ''
      : except === -2
        ? ', {}'
        : `, { sauf: ${except === -1 ? 'quelqu’un qui n’y est pas' : name(except)} }`;
  return `diffuser(new Set([${all.join(', ')}]), '${visibleText(text)}'${options})`;
}

export const CALL = {
  unsettled: 'diffuser rend une promesse qui ne se règle jamais.',
  unsettledHint:
    'Chaque « send » appelle sa fonction de rappel une fois : attendez celles-là, et rien d’autre.',
  pending: 'une promesse toujours en attente',
  number: 'un nombre, sans exception',
  stopped:
    'Le « send » d’un client lance une exception, et elle arrête toute la diffusion. Un attaquant n’a qu’à partir au bon moment pour faire taire la salle.',
  isolate: 'Isolez chaque envoi : « try { client.send(…) } catch { … } », dans la boucle.',
  threw: (what: string) => `diffuser a lancé une exception : ${what}`,
  testState: 'Un client encore en CONNECTING refuse « send » : testez « readyState » d’abord.',
  noOptions:
    'Le troisième argument peut manquer : « { sauf } = {} » lui donne une valeur quand il n’est pas là.',
  threwHint: 'Lisez la ligne indiquée avec l’appel envoyé en tête. L’ensemble peut être vide.',
} as const;

export const SEND = {
  once: 'un seul « send » par client',
  times: (count: number) => `${count} fois « send »`,
  twice: (who: string, count: number) =>
    `${who} reçoit ${count} fois le même message : la page de tous l’afficherait en double.`,
  twiceHint: 'Une seule boucle, et un seul « send » par tour.',
  otherText: (who: string) => `${who} ne reçoit pas le texte donné.`,
  otherTextHint: 'Envoyez « donnees », rien de plus : ni JSON, ni guillemets autour.',
  forgotten: {
    message: (who: string) => `${who} est ouvert, et ne reçoit rien.`,
    hint: 'Chaque client ouvert de l’ensemble reçoit, l’auteur compris : « sauf » seul exclut.',
  },
  forgottenEmpty: {
    message: (who: string) => `${who} est ouvert, et ne reçoit pas le message vide.`,
    hint: 'Un message vide est un message : il part comme les autres.',
  },
  forgottenBeside: {
    message: (who: string) => `${who} n’est pas celui qu’il fallait exclure, et ne reçoit rien.`,
    hint: 'Comparez chaque client à « sauf », par « === ».',
  },
  afterDead: {
    message: (who: string) =>
      `Le « send » d’un client lance une exception, et ${who}, qui vient après, ne reçoit rien. Un attaquant n’a qu’à partir au bon moment pour faire taire la salle.`,
    hint: 'Le « try » est autour d’un envoi, pas autour de la boucle.',
  },
  reached: (who: string) => `un « send » à ${who}`,
  none: (who: string) => `aucun « send » à ${who}`,
  called: (who: string) => `« send » appelé sur ${who}`,
  notOpen: (who: string, state: number) =>
    `${who} est en ${STATES[state] ?? '?'}, et diffuser lui envoie quand même.`,
  notOpenHint:
    'Seul l’état OPEN (1) envoie : « if (client.readyState !== WebSocket.OPEN) continue; ».',
  echoed: (who: string) => `${who} est exclu par « sauf », et reçoit quand même.`,
  echoedHint: 'Lisez « sauf » dans le troisième argument, et sautez ce client.',
} as const;

type Counted = {
  readonly read: number;
  readonly all: number;
  readonly open: number;
  readonly hasDead: boolean;
};

export const COUNT = {
  what: 'Le nombre rendu',
  other: (read: number, expected: number) =>
    `diffuser rend ${read}, et ${expected} envoi${expected > 1 ? 's ont' : ' a'} réussi.`,
  mistakes: ({ read, all, open, hasDead }: Counted): string => {
    if (hasDead && read === open)
      return 'Un « send » qui lance n’a rien envoyé : comptez après lui, dans le « try ».';
    if (read === all)
      return 'Ce n’est pas la taille de l’ensemble : comptez les envois, un par un.';
    return 'Ajoutez 1 après chaque « send » qui n’a pas lancé, et rendez la somme.';
  },
} as const;

export const WIRE = {
  sent: {
    message: (text: string) =>
      `une trame texte « ${text} » à un serveur de ws, dont l’écouteur « message » appelle diffuser(wss.clients, donnees)`,
    buffer: (text: string) => `diffuser(wss.clients, Buffer « ${text} »), sur un serveur de ws`,
    string: (text: string) => `diffuser(wss.clients, '${text}'), sur un serveur de ws`,
  },
  textFrame: '81 …, une trame texte (opcode 1)',
  binary: (who: string) =>
    `${who} reçoit une trame binaire : dans la page, « data » est un Blob, pas le texte.`,
  otherOpcode: (who: string, opcode: number) => `${who} reçoit une trame d’opcode ${opcode}.`,
  whereOpcode: 'octet 0, l’opcode',
  bufferHint:
    'ws livre un Buffer, même pour du texte, et un Buffer repart en binaire : « donnees.toString() », ou « { binary: false } ».',
  stringHint: 'Une chaîne part en trame texte : ne demandez pas « binary: true ».',
  otherBytes: (who: string) => `${who} reçoit d’autres octets que ceux du message.`,
  whereBytes: (at: number) => `données, octet ${at}`,
  utf8Hint: 'Le texte est en UTF-8 : « donnees.toString() », sans autre encodage.',
  blanksHint:
    'Le texte part tel qu’il est venu, blancs du bord compris : les enlever est l’affaire du protocole.',
  objectHint: 'Une chaîne se fait par « donnees.toString() » : ne la collez pas à un objet.',
  nothing: (who: string) => `${who} est connecté au serveur de ws, et ne reçoit aucune trame.`,
  threw: (what: string) => `diffuser a lancé une exception : ${what}`,
  nothingHint:
    'Les clients sont ici ceux de ws (« wss.clients »), et « donnees » ce que donne son événement « message ».',
  nothingBeyondHint:
    'Ce texte-là n’a rien d’invalide : accents, émojis et U+FFFD sont des caractères, et partent comme les autres.',
  aFrame: 'une trame pour chacun',
  silence: 'aucun octet',
} as const;
