// What step 5.5 says when somebody in the room hears too much, too little, or something else than they should.
import type { Act, Told } from './room-model.ts';

/** Clients are called A, B, C… in the order of a scene. */
export const clientName = (who: number) => String.fromCharCode(65 + who);

export function shownAct(act: Act): string {
  const name = clientName(act.who);
  return act.act === 'recevoir'
    ? `recevoir(${name}, '${act.text.length > 90 ? `${act.text.slice(0, 90)}…` : act.text}')`
    : `${act.act}(${name})`;
}

export function shownTold(told: Told): string {
  return told.type === 'erreur' ? '{"type":"erreur","erreur":"…"}' : JSON.stringify(told);
}

export const CALL = {
  creation: 'creerSalon()',
  room: 'un salon qui a « entrer », « recevoir » et « sortir »',
  missing: (names: string) => `Il manque au salon : ${names}.`,
  without: (names: string) => `un salon sans ${names}`,
  missingHint: 'Rendez un objet avec ces trois fonctions, ou exportez une classe Salon.',
  broken: (what: string) => `La scène n’a pas pu se jouer${what === '' ? '.' : ` (${what}).`}`,
  slow: 'Le salon n’est pas venu à bout de ces gestes dans le temps permis.',
  answered: 'une réponse à chaque geste, sans attente',
  slowHint:
    'Un salon qui parcourt toujours plus de clients, ou qui attend un délai à chaque geste, finit par ne plus répondre.',
  expected: 'pas d’exception',
  nothing: 'rien',
  exception: (what: string) => (what === '' ? 'une exception' : `exception : ${what}`),
  threw: (name: string, what: string) =>
    `${name} a lancé une exception${what === '' ? '.' : ` : ${what}`}`,
  threwHint:
    'Un client peut envoyer n’importe quoi, et partir sans être entré dans la conversation.',
  stuck: (name: string) => `${name} rend une promesse qui ne se règle jamais.`,
  pending: 'une promesse toujours en attente',
  stuckHint: 'Les clients de la vérification n’émettent aucun événement : n’en attendez pas.',
} as const;

export const OTHER = {
  binary: 'un message binaire',
  notText: (kind: string) => `${kind}, au lieu d’un texte`,
  binaryHint: 'Donnez à « send » une chaîne : « client.send(JSON.stringify(message)) ».',
  objectHint: '« send » prend un texte : « client.send(JSON.stringify(message)) ».',
  jsonHint: 'Chaque message est un objet en JSON, avec son « type ».',
  twiceHint: 'Un seul message par client et par geste : cherchez deux envois pour le même.',
} as const;

type Wrong = {
  readonly act: Act;
  readonly who: number;
  readonly want: Told | undefined;
  /** `null` for what is no JSON object. */
  readonly got: readonly (Readonly<Record<string, unknown>> | null)[];
  readonly before: ReadonlyMap<number, string>;
  /** Whether anybody was told anything. */
  readonly isHeard: boolean;
};

const TOLD: Readonly<Record<Told['type'], string>> = {
  bienvenue: 'la bienvenue',
  arrivee: 'l’annonce d’une arrivée',
  depart: 'l’annonce d’un départ',
  message: 'le message',
  erreur: 'une erreur',
};

export const SCENE = {
  nothing: 'rien',
  where: (act: string) => `après ${act}`,
  wrong({ act, who, want, got, before, isHeard }: Wrong): string {
    const name = clientName(who);
    const [first] = got;
    if (want === undefined) {
      if (first?.type === 'erreur' && who !== act.who) {
        return `L’erreur de ${clientName(act.who)} est envoyée aussi à ${name}.`;
      }
      return before.has(who)
        ? `${name} reçoit un message qui ne lui est pas destiné.`
        : `${name}, qui n’a pas rejoint la conversation, reçoit un message.`;
    }
    if (want.type === 'erreur' && isHeard && got.every((told) => told?.type !== 'erreur')) {
      return `${name} devrait être refusé, et ne l’est pas.`;
    }
    if (first === undefined) {
      return who === act.who
        ? `${name} ne reçoit pas ${TOLD[want.type]}.`
        : `${name} ne reçoit pas ${TOLD[want.type]}, que ${clientName(act.who)} provoque.`;
    }
    if (first === null) return `${name} reçoit autre chose qu’un objet en JSON.`;
    if (got.length > 1) return `${name} reçoit ${got.length} messages pour un seul geste.`;
    if (want.type === 'erreur') return `${name} reçoit une erreur sans explication.`;
    if (first.type === 'erreur') return `${name} est refusé, et ne devrait pas l’être.`;
    if (first.type !== want.type) return `${name} reçoit un message d’un autre type.`;
    return wrongField(name, want, first);
  },
} as const;

function wrongField(
  name: string,
  want: Exclude<Told, { type: 'erreur' }>,
  got: Readonly<Record<string, unknown>>,
): string {
  if (want.type === 'message') {
    return got.auteur === want.auteur
      ? `${name} reçoit un autre texte que celui qui a été dit.`
      : `${name} reçoit un message signé d’un autre que son auteur.`;
  }
  if (got.pseudo !== want.pseudo) return `${name} reçoit un pseudo autrement qu’il a été choisi.`;
  return `${name} reçoit une liste de présents qui n’est pas la bonne.`;
}

export const HINT = {
  first:
    'Avant « rejoindre », un client n’est personne : on ne lui dit rien, et tout ce qu’il dit reçoit une erreur.',
  author:
    'Le serveur sait qui parle : l’auteur est le pseudo gardé pour ce client, jamais un champ du message.',
  same: "Comparez « pseudo.normalize('NFC').toLowerCase() » ; envoyez le pseudo comme il a été tapé.",
  presence:
    'À l’arrivant, « bienvenue » avec tous les présents, lui compris ; aux autres, « arrivee ».',
  leaving:
    'Un départ s’annonce une fois, et seulement pour qui avait rejoint : le premier « sortir » l’oublie.',
  free: 'Qui s’en va rend son pseudo : oubliez-le dans les deux sens, client et nom.',
  held: 'Un départ ne libère que le pseudo de qui part : un client refusé, ou déjà sorti, n’en a pas.',
  model: 'Suivez la scène ligne à ligne : qui a rejoint, sous quel nom, et qui doit entendre quoi.',
  second:
    'Qui a déjà un pseudo le garde : refusez, sans rien annoncer et sans réserver l’autre nom.',
} as const;
