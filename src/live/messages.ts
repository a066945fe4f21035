// What the relay says in French: to the student whose server is online, and to visitors who see no page of ours.
import { LIVE_CLOSE, type LiveCloseName } from './live-close.ts';
import type { LiveWarning } from './live-warning.ts';

const CLOSE_SENTENCES: Readonly<Record<LiveCloseName, string>> = {
  STOPPING:
    'Le serveur du cours s’arrête. Votre adresse vous reviendra quand il répondra de nouveau.',
  BAD_CLAIM: 'Le serveur du cours n’a pas compris cette page : rechargez-la.',
  WRONG_SECRET:
    'Cette adresse est à un autre onglet : mettez en ligne de nouveau pour en recevoir une à vous.',
  IDLE: 'Personne n’est venu depuis longtemps : votre serveur n’est plus en ligne.',
  REPLACED: 'Un autre onglet a repris cette adresse : c’est lui qui reçoit les visiteurs.',
  TOO_MANY_CLAIMS:
    'Trop de mises en ligne d’affilée depuis cette machine : réessayez dans une minute.',
  TOO_MANY_TABS: 'Trop de serveurs sont déjà en ligne : réessayez quand l’un d’eux se sera arrêté.',
};

const LOST = 'La liaison avec le serveur du cours est coupée.';

/** Why the tab's WebSocket was closed, for its panel; `code` is the close code, 1006 included. */
export function closeSentence(code: number): string {
  const name = (Object.keys(LIVE_CLOSE) as LiveCloseName[]).find(
    (each) => LIVE_CLOSE[each] === code,
  );
  return name === undefined ? LOST : CLOSE_SENTENCES[name];
}

const WARNING_SENTENCES: Readonly<Record<LiveWarning, (detail: string) => string>> = {
  'not-listening': () => 'Un visiteur a reçu 502 : aucun serveur n’écoute, appelez listen().',
  busy: () => 'Un visiteur a reçu 503 : trop de connexions à la fois pour cet onglet.',
  'no-head': () =>
    'Un visiteur a reçu 504 : votre serveur n’a rien répondu à sa demande d’upgrade.',
  'unfinished-head': () =>
    'Un visiteur a reçu 504 : il manque à votre réponse la ligne vide (\\r\\n\\r\\n) qui termine l’en-tête.',
  'ended-early': () =>
    'Un visiteur a reçu 502 : votre serveur a fermé la connexion avant la fin de l’en-tête de sa réponse.',
  'head-too-large': () => 'Un visiteur a reçu 502 : l’en-tête de votre réponse dépasse 16 Kio.',
  'head-malformed': (firstLine) =>
    `Un visiteur a reçu 502 : votre réponse n’a pas un en-tête HTTP/1.1 correct (première ligne : « ${firstLine} »).`,
  'interim-status': (status) =>
    `Un visiteur a reçu 502 : le statut ${status} annonce une autre réponse ; répondez 101, ou un refus.`,
  'not-an-upgrade': (status) =>
    `Votre serveur a répondu ${status} : seul 101 ouvre une connexion WebSocket. Le visiteur a reçu ce statut, sans corps.`,
  'fields-removed': (names) =>
    `Des champs de votre réponse n’ont pas été transmis : ${names}. Ici, seuls passent Upgrade, Connection, Date et Sec-WebSocket-*.`,
  'body-removed': () =>
    'Le corps de votre refus n’a pas été transmis : ici, un refus n’a qu’un statut.',
  'second-head': () =>
    'Après votre 101 vient un deuxième en-tête HTTP : le visiteur le lit comme une trame, et échoue.',
  'too-many-visitors': (most) => `Un visiteur a reçu 503 : il y en a déjà ${most}.`,
  'visitor-idle': () => 'Un visiteur a été coupé : plus rien ne passait depuis longtemps.',
  'visitor-unread': () =>
    'Un visiteur a été coupé : il ne lisait pas ce que votre serveur lui envoie.',
};

/** What the student is told of one visit. */
export function warningSentence(reason: LiveWarning, detail: string): string {
  return WARNING_SENTENCES[reason](detail);
}

const UNUSABLE = 'Le serveur de l’élève n’a pas donné de réponse HTTP correcte.';
const VISITOR_SENTENCES: Readonly<Record<number, string>> = {
  400: 'Cette requête n’est pas une requête HTTP correcte.',
  404: 'Aucun serveur n’est en ligne à cette adresse.',
  502: UNUSABLE,
  503: 'Ce serveur ne peut pas prendre de visiteur maintenant : réessayez dans un instant.',
  504: 'Le serveur de l’élève n’a pas répondu à temps.',
};

/** The body of a refusal of ours, for whoever reads it (curl); `status` is one that the relay gives. */
export function visitorSentence(status: number): string {
  return VISITOR_SENTENCES[status] ?? UNUSABLE;
}
