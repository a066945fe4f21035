// What step 5.4 says of a message that is read wrongly: the fact, then what an attacker would have gained.
import { visibleText } from '../../../src/grading/index.ts';
import type { Message } from './cases.ts';

const SHOWN = 90;

/** The call, as the student would write it; a long text is cut, and its length told in code points. */
export function sentence(text: string): string {
  const points = Array.from(text);
  const shown = visibleText(points.slice(0, SHOWN).join(''));
  return points.length <= SHOWN
    ? `analyser('${shown}')`
    : `analyser('${shown}…'), ${points.length} points de code en tout`;
}

export const RESULT = {
  refusal: '{ ok: false, erreur: … }',
  any: 'un résultat, quel qu’il soit, sans exception',
  orRefusal: ', ou un refus',
  accepted: (message: Message) =>
    `{ ok: true, message: { ${Object.entries(message)
      .map(([name, value]) => `${name}: '${visibleText(Array.from(value).slice(0, 40).join(''))}'`)
      .join(', ')} } }`,
  threw: (what: string) => `analyser lance une exception : ${what}`,
  promise: 'analyser rend une promesse ; le contrat demande le résultat lui-même.',
  aPromise: 'une promesse',
  promiseHint: 'Rien n’est à attendre ici : enlevez « async ».',
  noOk: 'Le résultat n’a pas de « ok » vrai ou faux.',
  notAResult: (kind: string) => `analyser rend ${kind}, au lieu d’un objet { ok, … }.`,
  shapeHint: "Deux formes : « { ok: true, message: { … } } », « { ok: false, erreur: '…' } ».",
  noError: 'Ce refus ne dit pas pourquoi : « erreur » est vide, ou manque.',
  noErrorHint: 'Une phrase suffit : elle sera montrée à la personne qui a envoyé le message.',
  noMessage: (kind: string) => `« message » est ${kind}, au lieu d’un objet.`,
} as const;

export const MESSAGE = {
  accepted: 'Ce message est accepté.',
  refused: 'Ce message est juste, et il est refusé.',
  notTrimmed: (name: string) =>
    `« ${name} » garde ses blancs : un imposteur s’appellerait « Alice », avec un blanc de plus.`,
  trimHint: 'Rendez la valeur après « trim() », pas seulement sa longueur.',
  otherValue: (name: string) => `« ${name} » n’a pas la valeur envoyée.`,
  countedHint:
    'Comptez ce qui reste après « trim() », et non ce qui est arrivé : les blancs du bord ne comptent pas.',
  valueHint: 'Rendez le texte tel quel, aux blancs du bord près : ni coupé, ni échappé.',
  property: (name: string) => `message.${name}`,
  extra: (name: string) => `« ${name} », que personne n’a demandé, est dans le résultat.`,
  inherited: (name: string) => `« ${name} » se lit dans le résultat, par son prototype.`,
  keys: (names: readonly string[]) => `message a pour propriétés : ${names.join(', ')}`,
  polluted:
    'Tous les objets du programme ont maintenant « admin » : un seul message a changé Object.prototype, et un attaquant est administrateur partout.',
  clean: 'Object.prototype inchangé',
} as const;

export type Gain = {
  /** When the function throws. */
  readonly thrown: string;
  /** When what must be refused is accepted, or when too much is kept. */
  readonly accepted: string;
  readonly hint: string;
  /** When what is right is refused. */
  readonly refused?: string;
  readonly refusedHint?: string;
};

const STOPS = 'dans un écouteur, l’exception arrête le serveur de tout le monde';

export const GAIN = {
  valid: {
    thrown: 'Personne n’entre, et le serveur s’arrête au premier message.',
    accepted: '',
    hint: 'Comparez « type » aux deux noms du contrat, puis lisez « pseudo » ou « texte ».',
  },
  json: {
    thrown: `Un attaquant n’a qu’une accolade à envoyer : ${STOPS}.`,
    accepted: 'Un attaquant fait passer pour un message ce qui n’en est pas un.',
    hint: 'Entourez « JSON.parse » d’un « try », et refusez dans le « catch ».',
  },
  shape: {
    thrown: `Un attaquant n’a que quatre lettres à envoyer, « null » : ${STOPS}.`,
    accepted: 'Un attaquant fait lire au reste du chat un « type » là où il n’y en a pas.',
    hint: '« typeof null » vaut « object » : testez null à part, puis « typeof » et la présence du type.',
  },
  type: {
    thrown: `Un attaquant invente un type : ${STOPS}.`,
    accepted: 'Un attaquant fait entrer dans le chat un message que rien ne sait traiter.',
    hint: 'Une liste blanche : les textes « rejoindre » et « dire », et tout le reste est refusé, même une liste qui contient « dire ».',
  },
  inherited: {
    thrown: `Un attaquant appelle une fonction que votre table hérite d’Object.prototype ; ${STOPS}.`,
    accepted:
      'Un attaquant appelle une fonction que votre table hérite d’Object.prototype, et que personne n’a voulu exposer.',
    hint: 'Un objet ordinaire a « constructor » et « toString » : prenez une Map, « Object.hasOwn », ou un « switch ».',
  },
  field: {
    thrown: `Un attaquant envoie un nombre à la place d’un texte : ${STOPS}.`,
    accepted:
      'Un attaquant fait entrer un nombre, une liste ou un objet là où tout le chat attend un texte.',
    hint: "Testez « typeof valeur === 'string' » avant toute autre chose.",
  },
  length: {
    thrown: `Un attaquant choisit la longueur qui fait échouer votre code : ${STOPS}.`,
    accepted:
      'Un attaquant remplit l’écran de tous, ou y met des messages et des pseudos invisibles.',
    hint: 'Comptez après « trim() », en points de code : « [...texte].length », de 1 à 280 ; de 1 à 20 pour un pseudo.',
    refused: 'Aucune attaque ici : des gens que le chat fait taire.',
    refusedHint:
      '« .length » compte 2 pour un émoji. Les points de code se comptent par « [...texte].length ».',
  },
  extra: {
    thrown: `Un attaquant ajoute un champ : ${STOPS}.`,
    accepted:
      'Un attaquant ajoute « admin: true », ou l’« auteur » de son choix, et votre serveur le transmet.',
    hint: 'Ne rendez jamais l’objet reçu : construisez-en un neuf, champ par champ.',
  },
  prototype: {
    thrown: `Un attaquant envoie une clé « __proto__ » : ${STOPS}.`,
    accepted:
      'Un attaquant choisit le prototype de votre objet : ce que le message n’a pas, « admin » par exemple, il l’hérite.',
    hint: '« Object.assign » et « copie[cle] = … » suivent « __proto__ » : nommez les champs que vous lisez.',
  },
  depth: {
    thrown: `Un attaquant envoie 20 000 crochets, 40 ko : la pile déborde ; ${STOPS}.`,
    accepted: 'Un attaquant fait entrer une liste profonde là où l’on attend un texte.',
    hint: 'Ne parcourez pas ce que vous n’avez pas demandé : lisez « type », puis un seul champ.',
  },
} as const satisfies Record<string, Gain>;
