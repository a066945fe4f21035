// The words of « Mon travail »: what is kept here, taking it away in one file, bringing it back, erasing it.
import type { Refusal, Work, WorkChange } from '../lab/my-work/work-file.ts';

const plural = (count: number, one: string, many: string): string => (count > 1 ? many : one);
const files = (count: number): string => `${count} ${plural(count, 'fichier', 'fichiers')}`;
const passed = (count: number): string =>
  `${count} ${plural(count, 'étape réussie', 'étapes réussies')}`;

const REFUSALS: Readonly<Record<Exclude<Refusal['reason'], 'malformed'>, string>> = {
  empty: 'Ce fichier est vide. Rien n’a changé.',
  'too-big':
    'Ce fichier est trop gros pour être le vôtre\u00a0: 8\u00a0Mo au plus. Rien n’a changé.',
  'not-json':
    'Ce fichier ne se lit pas\u00a0: ce n’est pas du JSON, ou il est coupé. Exportez-le de nouveau, sans le modifier. Rien n’a changé.',
  'not-ours':
    'Ce fichier ne vient pas de « Mon travail ». Choisissez un fichier « trame-mon-travail-….json ». Rien n’a changé.',
  newer:
    'Ce fichier vient d’une version plus récente du cours. Ouvrez-le là où il a été exporté, ou mettez ce site à jour. Rien n’a changé.',
  nothing: 'Ce fichier ne contient aucun travail. Rien n’a changé.',
};

export const workWords = {
  title: 'Mon travail',
  lead: 'Votre code et vos étapes réussies restent dans ce navigateur, sans compte. Un seul fichier les emporte sur une autre machine, ou les garde en lieu sûr.',
  link: 'Mon travail',
  foot: 'Mon travail\u00a0: exporter ou importer votre code',
  close: 'Fermer',
  noScript: 'Cette page a besoin de JavaScript\u00a0: votre travail est gardé par le navigateur.',

  kept: {
    heading: 'Ce que ce navigateur garde',
    counts: ({ files: texts, progress }: Work) => {
      const steps = Object.values(progress).filter((step) => step.passed).length;
      return `${files(Object.keys(texts).length)}, ${passed(steps)}.`;
    },
    nothing: 'Rien pour l’instant\u00a0: commencez un labo, ou importez un fichier.',
    list: 'Voir les fichiers',
    memory:
      'Ce navigateur refuse de garder votre travail\u00a0: il disparaîtra avec la page. Exportez-le avant de la fermer.',
  },

  export: {
    heading: 'Exporter',
    text: 'Tout votre code et vos étapes réussies, dans un fichier que cette page sait relire.',
    button: 'Exporter mon travail',
    done: (name: string) => `Exporté\u00a0: ${name}.`,
    nothing: 'Il n’y a encore rien à exporter.',
  },

  import: {
    heading: 'Importer',
    text: 'Ce que le fichier remplacerait vous est montré d’abord. Ce qui n’y est pas reste comme il est.',
    choose: 'Choisir un fichier…',
    refused: (refusal: Refusal) =>
      refusal.reason === 'malformed'
        ? `Ce fichier est abîmé${refusal.where === '' ? '' : ` (à « ${refusal.where} »)`}. Exportez-le de nouveau, sans le modifier. Rien n’a changé.`
        : REFUSALS[refusal.reason],
    unreadable: 'Le navigateur n’a pas pu lire ce fichier. Rien n’a changé.',
    same: 'Tout ce que contient ce fichier est déjà ici\u00a0: il n’y a rien à importer.',
    preview: (name: string) => `« ${name} » contient\u00a0:`,
    fresh: (count: number) => `${files(count)} ${plural(count, 'nouveau', 'nouveaux')} ici`,
    replaced: (count: number) =>
      `${files(count)} ${plural(count, 'qui remplace le vôtre', 'qui remplacent les vôtres')}`,
    sameFiles: (count: number) =>
      `${files(count)} déjà ${plural(count, 'identique', 'identiques')}`,
    passed: (count: number) => passed(count),
    confirm: ({ replaced }: WorkChange) =>
      replaced.length === 0 ? 'Importer' : `Importer et remplacer ${files(replaced.length)}`,
    cancel: 'Ne rien changer',
    cancelled: 'Rien n’a changé.',
    done: 'Importé. Ce qui était ici est gardé de côté.',
    failed:
      'Le navigateur n’a pas pu tout écrire\u00a0: la place manque peut-être. Rien de ce qui était ici n’est perdu.',
    undo: 'Revenir à ce qui était ici avant',
    undone:
      'Tout est revenu comme avant l’importation ; ce que vous aviez importé est gardé de côté.',
    aside: 'Un travail est gardé de côté depuis votre dernière importation.',
  },

  erase: {
    heading: 'Tout effacer',
    text: 'Sur une machine partagée, effacez votre travail après l’avoir exporté. Fermez d’abord les autres onglets du cours.',
    button: 'Tout effacer',
    again: 'Oui, tout effacer pour de bon',
    sure: 'Rien ne pourra être retrouvé, sauf ce que vous avez exporté. Appuyez encore une fois pour effacer.',
    cancel: 'Garder mon travail',
    kept: 'Rien n’est effacé.',
    done: 'Tout est effacé de ce navigateur.',
  },
} as const;
