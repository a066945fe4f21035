// What step 1.6 says of a response that is not the right one.
import type { Mistake } from '../../../src/grading/index.ts';

export const STATUS = {
  expected: (status: number) => `HTTP/1.1 ${status} …`,
  where: 'ligne 1',
  none: 'La première ligne n’est pas une ligne de statut.',
  noneHint:
    'Une réponse commence par « HTTP/1.1 », une espace, trois chiffres, une espace, une phrase libre.',
  other: (actual: string, status: number) =>
    `La réponse porte le statut ${actual} au lieu de ${status}.`,
  otherHint: (status: number) =>
    status === 101
      ? 'Seul 101 (« Switching Protocols ») fait passer la connexion de HTTP à WebSocket.'
      : 'Le statut est le premier argument de « reponseRefus » : écrivez-le dans la première ligne.',
  httpVersion: (actual: string) => `La réponse annonce ${actual} au lieu de HTTP/1.1.`,
  httpVersionHint: 'Le changement de protocole n’existe que depuis HTTP/1.1, en capitales.',
  oddPhrase: (phrase: string) =>
    `La phrase qui suit le statut est « ${phrase} » : aucun programme ne la lit, mais un humain s’étonnerait.`,
} as const;

export const FIELD = {
  where: (name: string) => `en-tête « ${name} »`,
  missing: (name: string) => `L’en-tête « ${name} » manque dans la réponse.`,
  afterTheEmptyLine: (name: string) =>
    `L’en-tête « ${name} » vient après la ligne vide : pour le client, la réponse est déjà finie.`,
  afterTheEmptyLineHint:
    'Une ligne vide s’est glissée au milieu : peut-être une ligne qui finit déjà par « \\r\\n », jointe par « \\r\\n ».',
  spacedName: (name: string) =>
    `Une espace sépare « ${name} » des deux-points : ce n’est plus un en-tête.`,
  spacedNameHint: 'Le « : » suit le nom sans espace : « Upgrade: websocket ».',
  twice: (name: string, count: number) => `L’en-tête « ${name} » est écrit ${count} fois.`,
  twiceHint: 'Une seule ligne pour cet en-tête, à chaque réponse.',
  otherValue: (name: string) => `L’en-tête « ${name} » n’a pas la valeur attendue.`,
  received: (names: readonly string[]) =>
    names.length === 0 ? 'aucun en-tête' : `seulement : ${names.join(', ')}`,
  upgradeHint: 'Écrivez « Upgrade: websocket » : c’est le protocole que vous acceptez.',
  connectionHint:
    'Écrivez « Connection: Upgrade » : sans lui, un intermédiaire peut ôter « Upgrade ».',
  acceptHint: 'Sec-WebSocket-Accept est « calculerAccept(cle) », l’étape 1.3 : réemployez-la.',
  givenHint:
    'Écrivez chaque en-tête de la Map reçue : « for (const [nom, valeur] of entetes) ». Object.entries(…) d’une Map est vide.',
} as const;

export const ACCEPT = {
  key: {
    message: 'La réponse renvoie la clé telle quelle.',
    hint: 'Sec-WebSocket-Accept se calcule à partir de la clé : « calculerAccept(cle) ».',
  },
  constant: {
    message: 'La réponse porte toujours la valeur de l’exemple de la RFC.',
    hint: 'Calculez-la à partir de « cle », à chaque appel.',
  },
  promise: {
    message: 'Une promesse est écrite dans la réponse, au lieu de son résultat.',
    hint: '« calculerAccept » est asynchrone : « await calculerAccept(cle) », dans une fonction « async ».',
  },
  undefinedText: {
    message: 'Le texte « undefined » est écrit à la place de la valeur.',
    hint: 'L’argument est un objet : « export function reponse101({ cle, sousProtocole }) ».',
  },
  object: {
    message: 'Un objet est écrit à la place de la valeur.',
    hint: 'L’argument est un objet : « export function reponse101({ cle, sousProtocole }) ».',
  },
} as const satisfies Record<string, Mistake>;

export const PROTOCOL = {
  name: 'Sec-WebSocket-Protocol',
  unwanted: 'La réponse porte Sec-WebSocket-Protocol alors qu’aucun sous-protocole n’est choisi.',
  unwantedText: (value: string) =>
    `Aucun sous-protocole n’est choisi, et la réponse écrit « ${value} » comme si c’était son nom.`,
  unwantedHint: 'Quand « sousProtocole » vaut null, la ligne entière disparaît.',
  none: 'pas de ligne Sec-WebSocket-Protocol',
  hint: 'Quand un sous-protocole est choisi, une ligne le dit, avec lui seul.',
  list: {
    message: 'La réponse porte une liste de sous-protocoles.',
    hint: 'Un seul, celui qui est choisi : « sousProtocole ».',
  },
} as const;

export const END = {
  hint101:
    'Après la ligne vide commencent les trames WebSocket : deux octets de trop y passeraient pour une trame. Cherchez une ligne vide en double.',
  hintRefusal: 'Le contrat demande un refus sans corps : rien après la ligne vide.',
  early: 'Une ligne vide vient trop tôt : ce qui devait être un en-tête passe pour un corps.',
  earlyExpected: 'la ligne vide après le dernier en-tête',
  earlyWhere: (line: number) => `ligne ${line}`,
  earlyHint: (isMapEmpty: boolean) =>
    isMapEmpty
      ? 'Ici la Map est vide, et « join » d’un tableau vide rend une chaîne vide, donc une ligne vide. Mettez toutes les lignes dans un même tableau.'
      : 'Cherchez une ligne qui finit déjà par « \\r\\n » et que « join » termine encore, ou une chaîne vide au milieu du tableau.',
} as const;

export const REFUSAL = {
  accept: 'Le refus porte Sec-WebSocket-Accept.',
  withoutAccept: 'un refus sans Sec-WebSocket-Accept',
  acceptHint: 'Cet en-tête dit « j’accepte » : il n’a de place que dans le 101.',
  endless: 'Rien ne dit au client où finit le refus : il attend un corps qui ne viendra pas.',
  endlessHint: 'Ajoutez « Content-Length: 0 » ou « Connection: close ».',
  length: (value: string) => `Le refus annonce ${value} octets de corps, et n’en porte aucun.`,
  lengthHint: 'Sans corps, la longueur est 0.',
  ends: 'Content-Length: 0 ou Connection: close',
} as const;

export const BROWSER = {
  waits: 'Le navigateur attend toujours : il ne voit pas la fin de l’en-tête (␍␊␍␊).',
  accepts: 'une réponse que le navigateur accepte',
  refuses: (reason: string) => `Le navigateur refuse la réponse : ${reason}`,
  hint: 'C’est ce que vérifie un vrai navigateur, dans cet ordre : statut, Upgrade, Connection, Accept, extensions, sous-protocole.',
  noneChosen: 'il a proposé des sous-protocoles, et la réponse n’en choisit aucun.',
  reasons: {
    'head-malformed': 'une ligne n’est pas de la forme « Nom: valeur ».',
    'status-not-101': 'le statut n’est pas 101.',
    'upgrade-not-websocket': '« Upgrade » manque, ou n’est pas « websocket ».',
    'connection-not-upgrade': '« Connection » manque, ou ne contient pas « Upgrade ».',
    'accept-mismatch': 'Sec-WebSocket-Accept n’est pas celui de sa clé.',
    'extension-not-offered': 'il n’a demandé aucune extension, et la réponse en accepte une.',
    'subprotocol-not-offered': 'le sous-protocole n’est pas l’un de ceux qu’il a proposés.',
  } as Readonly<Record<string, string>>,
} as const;
