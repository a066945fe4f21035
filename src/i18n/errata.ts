// The words of the page of corrections.
import type { ErratumKind } from '../catalog/errata.ts';

const plural = (count: number, one: string, many: string): string => (count > 1 ? many : one);

const KINDS: Readonly<Record<ErratumKind, string>> = {
  faux: 'Faux',
  danger: 'Dangereux',
  bug: 'Ne marche pas',
  trompeur: 'Trompeur',
  périmé: 'Périmé',
  omis: 'Oublié',
  perdu: 'Perdu',
  ortho: 'Forme',
};

export const errataWords = {
  title: 'Errata',
  lead: (count: number) =>
    `${count} ${plural(count, 'correction', 'corrections')} au support de 2013\u00a0: ce qu’il disait, ce qui est juste, et d’où on le tient.`,
  why: [
    'Ce cours est né d’un support de 2013. Une partie a vieilli, une partie s’est perdue en changeant d’outil, et quelques phrases étaient inexactes dès le premier jour. Elles circulent encore\u00a0: les montrer vaut mieux que les effacer, car on reconnaît ensuite l’erreur quand on la lit ailleurs.',
    'Chaque correction cite le support, mot pour mot, puis donne sa source\u00a0: une section de la RFC, un standard, une documentation, ou un programme exécuté pour ce cours. La ponctuation des citations est recomposée ; les mots sont d’origine.',
  ],
  none: 'Ce support n’a pas de corrections.',
  slide: (number: number) => (number === 0 ? 'Partout' : `Diapo ${number}`),
  slides: 'Les diapos de 2013',
  said: 'En 2013',
  right: 'Ce qui est juste',
  starred: 'Essentielle',
  sources: 'Source\u00a0:',
  inCourse: 'Dans le cours\u00a0:',
  anchor: (id: string) => `Lien vers la correction ${id}`,
  kinds: KINDS,
  filter: {
    legend: 'Montrer',
    all: 'Toutes',
    starred: 'Essentielles',
    shown: (shown: number, total: number) =>
      shown === total
        ? `${total} ${plural(total, 'correction', 'corrections')}, diapo par diapo.`
        : `${shown} ${plural(shown, 'correction affichée', 'corrections affichées')} sur ${total}.`,
  },
} as const;
