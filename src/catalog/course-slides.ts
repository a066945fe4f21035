// The section of the course that explains what a check asks for: where a failing check leads, and which labs a section leads to.
import type { Deck, Slide } from '../deck/deck.ts';
import { readerAddresses } from '../deck/reader-chapters.ts';
import type { Step } from './types.ts';

export type CourseSlide = {
  readonly title: string;
  /** `/cours/poignee-de-main/#la-reponse-du-serveur`. */
  readonly address: string;
};

type Explained = {
  /** Title of the slide that explains the step. */
  readonly slide: string;
  /** By check, where another slide explains it better. */
  readonly checks?: Readonly<Record<string, string>>;
};

const REFUSAL = 'Refuser, c’est encore du HTTP';
const PROOF = 'Prouver qu’on a lu la clé';
const REQUEST = 'La requête du client';
const HEADERS = 'Chaque en-tête a un rôle';
const RESPONSE = 'La réponse du serveur';
const MASK = 'Le masque du client';
const NO_SECRET = 'Le masque ne chiffre rien';
const FORESEEABLE = 'Une clé prévisible ne protège pas';
const ATTACK = 'À quoi sert vraiment le masque';
const FIELDS = 'Une trame, champ par champ';
const OPCODES = 'Six opcodes suffisent';
const LENGTH = 'La longueur : 1, 3 ou 9 octets';
const EDGES = 'Aux bornes, l’en-tête grandit';
const SERVER_FRAME = 'Une trame du serveur, octet par octet';
const TEXT = 'Du texte, donc de l’UTF-8 valide';
const FRAGMENTS = 'Couper un message en fragments';
const STREAM = 'TCP est un flux';

/** By published name of the step; the deck and the labs are written apart, so this table alone knows both. */
export const EXPLAINED: Readonly<Record<string, Explained>> = {
  'handshake/parse-request': { slide: REQUEST },
  'handshake/recognise': { slide: HEADERS },
  'handshake/accept': { slide: PROOF },
  'handshake/decide': { slide: REFUSAL, checks: { C1: HEADERS } },
  'handshake/subprotocol': { slide: RESPONSE },
  'handshake/response': { slide: RESPONSE, checks: { C2: PROOF, C6: REFUSAL } },
  'handshake/server': { slide: 'Une connexion, du début à la fin' },
  'handshake/repair': { slide: RESPONSE },
  'mask/predict': { slide: MASK },
  'mask/mask': { slide: MASK },
  'mask/chunks': { slide: MASK },
  'mask/key': { slide: FORESEEABLE },
  'mask/spy': { slide: NO_SECRET, checks: { C5: FIELDS } },
  'mask/attack': { slide: ATTACK },
  'frames/header': { slide: FIELDS, checks: { C4: OPCODES, C6: LENGTH } },
  'frames/length': { slide: LENGTH, checks: { C2: EDGES, C3: EDGES, C4: EDGES, C8: FIELDS } },
  'frames/encode': {
    slide: SERVER_FRAME,
    checks: { C2: MASK, C3: EDGES, C4: TEXT, C5: FRAGMENTS },
  },
  'frames/decode': { slide: FIELDS, checks: { C2: LENGTH, C3: LENGTH, C4: STREAM } },
  'frames/parser': { slide: STREAM, checks: { C1: FIELDS, C5: LENGTH, C6: LENGTH } },
  'chat/server': {
    slide: 'Démarrer',
    checks: { C3: 'Servir la page', C5: 'Vérifier l’origine, puis accepter' },
  },
  'chat/registry': { slide: 'Raccourci 1 : qui reste dans le tableau ?' },
  'chat/broadcast': { slide: 'Diffuser à tous' },
  'chat/protocol': {
    slide: 'Lire un message, ou rien',
    checks: { C2: 'Raccourci 3 : et si ce n’est pas du JSON ?' },
  },
  'chat/room': { slide: 'Diffuser à tous', checks: { C7: 'Lire un message, ou rien' } },
  'chat/heartbeat': { slide: 'Repérer les absents', checks: { C7: 'Ping, Pong' } },
  'chat/page': {
    slide: 'Afficher sans danger',
    checks: {
      C1: 'Débogage : trois accolades ont disparu',
      C3: 'XSS dans un chat',
      C4: 'XSS dans un chat',
      C6: 'Envoyer',
    },
  },
  'chat/shutdown': { slide: 'S’arrêter proprement', checks: { C6: 'Fermer d’un commun accord' } },
};

/** By check id. A deck without such a slide, another trainer's for instance, gives no link rather than a dead one. */
export function courseSlides(
  { id, checks }: Pick<Step, 'id' | 'checks'>,
  deck: Deck,
): Readonly<Record<string, CourseSlide>> {
  const explained = EXPLAINED[id];
  if (explained === undefined) return {};
  const slides = slidesByTitle(deck);
  const addresses = readerAddresses(deck);
  return Object.fromEntries(
    checks.flatMap((check) => {
      const slide = slides.get(explained.checks?.[check.id] ?? explained.slide);
      const address = addresses.get(slide?.id ?? '');
      if (slide === undefined || address === undefined) return [];
      return [[check.id, { title: slide.title, address }]];
    }),
  );
}

const slidesByTitle = (deck: Deck): ReadonlyMap<string, Slide> =>
  new Map(deck.chapters.flatMap((chapter) => chapter.slides.map((slide) => [slide.title, slide])));

/** The same table from the other side: by slide id, the steps that put it to work, in the labs' order. */
export function stepsBySlide<S extends Pick<Step, 'id'>>(
  steps: readonly S[],
  deck: Deck,
): ReadonlyMap<string, readonly S[]> {
  const slides = slidesByTitle(deck);
  const found = new Map<string, S[]>();
  for (const step of steps) {
    const slide = slides.get(EXPLAINED[step.id]?.slide ?? '');
    if (slide === undefined) continue;
    found.set(slide.id, [...(found.get(slide.id) ?? []), step]);
  }
  return found;
}
