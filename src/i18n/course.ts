// The words of the pages to read alone. The spaces are French: U+202F before ; ! ? and inside «\u202f», U+00A0 before :.

const plural = (count: number, one: string, many: string): string => (count > 1 ? many : one);

export const courseWords = {
  title: 'Le cours',
  description:
    'Le cours sur WebSocket à lire seul\u00a0: poignée de main, trames, masque, fermeture, API du navigateur, serveur, sécurité.',
  lead: 'Le même contenu que les diapositives, écrit pour être lu seul\u00a0: chaque chapitre explique, montre, puis pose des questions.',
  minutes: (minutes: number) => `${minutes}\u00a0min de lecture`,
  total: (chapters: number, minutes: number) =>
    `${chapters} ${plural(chapters, 'chapitre', 'chapitres')}, ${durationText(minutes)} de lecture`,
  chapter: (number: number) => `Chapitre ${number}`,
  chapters: 'Chapitres',
  contents: 'Dans ce chapitre',
  wholeCourse: 'Sommaire du cours',
  glossary: 'Glossaire',
  labs: 'Labos',
  slides: 'Diapositives',
  navigation: 'Le cours',
  neighbours: 'Chapitres voisins',
  previous: 'Précédent',
  next: 'Suivant',
  skip: 'Aller au texte',
  frame: (title: string) => `Le début de la trame qui dirait «\u202f${title}\u202f»`,
  progress: {
    here: 'Vous en êtes là',
    resume: (section: string) => `Reprendre à «\u202f${section}\u202f»`,
    read: 'lu',
    sections: (read: number, total: number) =>
      `${read} ${plural(read, 'section lue', 'sections lues')} sur ${total}`,
    forget: 'Oublier ma progression',
    forgotten: 'La progression est effacée.',
  },
  section: {
    anchor: (title: string) => `Lien vers «\u202f${title}\u202f»`,
    continued: (title: string) => `${title} (suite)`,
    table: (title: string) => `Tableau\u00a0: ${title}`,
    drawing: (title: string) => `Schéma\u00a0: ${title}. Description à la suite.`,
    describe: 'Description du schéma',
    trap: 'Piège',
    question: 'Question',
    slide: 'diapo',
    slideOf: (title: string) => `Voir la diapo «\u202f${title}\u202f»`,
    lab: (number: string) => `Labo ${number}`,
    labs: 'À vous d’écrire',
  },
  search: {
    open: 'Rechercher',
    close: 'Fermer',
    submit: 'Chercher',
    label: 'Chercher dans le cours',
    results: 'Résultats',
    idle: 'Par exemple\u00a0: masque, 1006, poignée de main.',
    searching: 'Recherche en cours…',
    found: (total: number, query: string, shown: number) =>
      `${total} ${plural(total, 'résultat', 'résultats')} pour «\u202f${query}\u202f»${shown < total ? `, les ${shown} plus proches` : ''}.`,
    none: (query: string) =>
      `Rien pour «\u202f${query}\u202f». Essayez un autre mot, en français ou en anglais.`,
    unavailable:
      'La recherche ne répond pas\u00a0: le serveur est peut-être arrêté. Réessayez, ou passez par le sommaire.',
  },
  terms: {
    title: 'Glossaire',
    lead: 'Les mots du cours, en français et en anglais, avec leur source et la section qui les explique.',
    none: 'Ce cours n’a pas encore de glossaire.',
    letters: 'Lettres',
    explained: (title: string) => `Dans le cours\u00a0: ${title}`,
  },
  questions: 'Pour vérifier',
  printed: (address: string) => `Imprimé depuis ${address}`,
};

/** `1 h 20`, `45 min`. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${minutes}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}
