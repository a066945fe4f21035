// What step 1.4 says of a decision that is not the right one.
import { type ReturnedHeader, visibleText } from '../../../src/grading/index.ts';

export const ACCEPTED = {
  status: 'La propriété « statut »',
  where: 'propriété « statut »',
  expected: 'statut 101',
  actual: (status: bigint) => `statut ${status}`,
  refused: (status: bigint) =>
    `Votre fonction refuse (${status}) une demande qui remplit toutes les conditions.`,
  onlyOnce: (status: bigint) =>
    `La même demande, acceptée une première fois, est refusée (${status}) la fois suivante.`,
  onlyOnceHint:
    'Quelque chose se garde d’un appel à l’autre. Une expression régulière avec le drapeau « g » le fait : enlevez-le.',
} as const;

export const REFUSED = {
  accepted: (defect: string) => `Votre fonction accepte (101) une demande ${defect}.`,
  otherStatus: (defect: string, status: bigint) =>
    `Votre fonction refuse bien une demande ${defect}, mais avec le statut ${status}.`,
  noRefusal: (defect: string, status: bigint) =>
    `Pour une demande ${defect}, votre fonction rend le statut ${status}, qui n’est pas un refus.`,
  noRefusalHint:
    'Un client n’apprend le refus que par un statut 4xx : 200 voudrait dire « tout va bien ».',
  expected: (statuses: readonly number[]) => `statut ${statuses.join(' ou ')}`,
  withAccept: 'Le refus porte l’en-tête Sec-WebSocket-Accept.',
  withoutAccept: 'un refus sans Sec-WebSocket-Accept',
  withAcceptHint:
    'Sec-WebSocket-Accept dit « j’accepte » : ne le joignez qu’au statut 101 (ici, l’étape 1.6 s’en chargera).',
} as const;

export const VERSION = {
  name: 'Sec-WebSocket-Version',
  where: 'propriété « entetes »',
  expected: 'Sec-WebSocket-Version: 13',
  missing: 'Le refus ne dit pas quelle version votre serveur parle.',
  missingHint:
    "Joignez l’en-tête au refus : « { statut: 426, entetes: { 'Sec-WebSocket-Version': '13' } } ».",
  without13: 'L’en-tête Sec-WebSocket-Version du refus ne contient pas 13.',
  without13Hint:
    'Cet en-tête dit la version que votre serveur parle, pas celle que le client a demandée.',
  names: (headers: readonly ReturnedHeader[]) =>
    headers.length === 0
      ? 'aucun en-tête'
      : `seulement : ${headers.map(({ name }) => visibleText(name)).join(', ')}`,
} as const;

/** What the RFC leaves open: told, never counted. */
export const NOTES = {
  nonCanonical:
    'La clé « …PEC== » (derniers bits non nuls) est refusée par votre fonction. La RFC ne tranche pas ; beaucoup de serveurs l’acceptent.',
  withoutHost:
    'Une demande sans Host est acceptée par votre fonction. La RFC (§4.2.1) demande cet en-tête ; peu de serveurs le vérifient ici.',
  withoutPadding:
    'Une clé sans ses deux « = » finals est acceptée par votre fonction. Aucun navigateur n’en envoie.',
  innerSpace:
    'Une clé avec une espace au milieu est acceptée par votre fonction : « atob » ignore les espaces. Aucun navigateur n’en envoie.',
} as const;
