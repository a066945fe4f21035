// The French sentences of the deck's build: what an author reads when a slide file is not right.
import type { DeckWarning } from './deck.ts';

export const TITLE_OF_CLASS = {
  questions: 'Questions ?',
  demo: 'Démonstration',
  lab: 'Travaux pratiques',
} as const;

export const UNTITLED = 'Sans titre';

export const unclosedFence = (): string =>
  'Le bloc de code ouvert ici n’est jamais refermé : il s’arrête à la fin de sa diapo.';

export const absentSlide = (target: string): string =>
  `Le lien « ${target} » mène à une diapo absente de ce support : il est affiché comme du texte.`;

export const pagesInARow = (): string =>
  'Deux commentaires page-* se suivent sans trois lignes vides entre eux : ce sont deux diapos. Séparez-les pour que tous les moteurs soient d’accord.';

export const wideGap = (): string =>
  'Six lignes vides ou plus : elles séparent deux diapos, sans diapo vide entre elles. Trois suffisent.';

export const falseGap = (): string =>
  'Ces lignes semblent vides, mais l’une contient des espaces : elles ne séparent pas deux diapos. Effacez les espaces.';

export const emptyChapter = (): string =>
  'Ce chapitre ne contient aucune diapo : il garde son numéro, mais n’est pas affiché.';

export const notesAlone = (): string =>
  'Ces notes sont séparées de leur diapo par trois lignes vides : elles sont rattachées à la diapo précédente.';

export const notesLost = (): string =>
  'Ces notes viennent avant toute diapo : elles ne sont affichées nulle part.';

export const refusedAttribute = (name: string): string =>
  `L’attribut « ${name} » n’est pas admis ici (ni style ni gestionnaire d’événement : la page les interdit) : il est ignoré.`;

export const severalPageClasses = (kept: string): string =>
  `Deux classes page-* se disputent cette diapo : « ${kept} » l’emporte.`;

export const repeatedId = (id: string): string =>
  `L’identifiant « ${id} » est déjà pris : un numéro lui est ajouté.`;

export const elementWithoutTarget = (): string =>
  'Ce commentaire .element ne suit aucun élément : il est ignoré.';

export const unknownLanguage = (language: string): string =>
  `Le langage « ${language} » est inconnu : le code est affiché sans couleurs.`;

export const badSteps = (spec: string): string =>
  `« [${spec}] » ne désigne pas des lignes de ce bloc de code : il est affiché en entier.`;

export const refusedTag = (tag: string): string =>
  `La balise <${tag}> n’est pas admise dans une diapo : elle est retirée.`;

export const absentImage = (path: string): string =>
  `L’image « ${path} » est introuvable : son texte de remplacement est affiché.`;

export const absentListing = (path: string): string =>
  `Le fichier de code « ${path} » est introuvable à côté de ce fichier Markdown : le bloc n’est pas affiché.`;

export const absentRegion = (region: string, path: string): string =>
  `La région « ${region} » est absente de « ${path} » : le bloc n’est pas affiché. Ouvrez-la par une ligne « // #region ${region} ».`;

export const openRegion = (region: string, path: string): string =>
  `La région « ${region} » de « ${path} » n’est jamais fermée : le bloc n’est pas affiché. Fermez-la par « // #endregion ».`;

export const listingAndBody = (reference: string): string =>
  `Ce bloc nomme « ${reference} » et contient aussi du code : c’est le fichier qui est affiché.`;

export const unknownEmbed = (tag: string): string =>
  `L’élément <${tag}> est inconnu : rien n’est affiché à sa place.`;

export const listMissing = (path: string): string =>
  `Le sommaire du support est introuvable : ${path}. Créez ce fichier : un tableau JSON de chemins Markdown.`;

export const listInvalid = (path: string): string =>
  `Le sommaire ${path} doit être un tableau JSON de chemins Markdown, par exemple ["01-protocole.md"].`;

export const fileMissing = (list: string, path: string): string =>
  `Le sommaire ${list} cite « ${path} », qui est introuvable. Créez ce fichier ou retirez-le du sommaire.`;

export const strictFailure = (warnings: readonly DeckWarning[]): string =>
  [
    `Le support contient ${warnings.length === 1 ? 'une anomalie' : `${warnings.length} anomalies`} :`,
    ...warnings.map(({ file, line, message }) => `  ${file}, ligne ${line} : ${message}`),
  ].join('\n');
