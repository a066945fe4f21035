// The keys of the running deck, in French: what the help says, and the one place where they are named.

export type KeyHelp = { readonly keys: string; readonly does: string };

export const DECK_KEYS: readonly KeyHelp[] = [
  { keys: '→, Espace, N', does: 'Étape ou diapo suivante' },
  { keys: '←, Maj + Espace, P', does: 'Étape ou diapo précédente' },
  { keys: 'Début, Fin', does: 'Premier, dernier chapitre' },
  { keys: 'O ou Échap', does: 'Vue d’ensemble' },
  { keys: 'G', does: 'Aller à une diapo, par son numéro ou son titre' },
  { keys: 'S', does: 'Page de l’orateur : notes, diapo suivante, temps' },
  { keys: 'R', does: 'Révéler la réponse d’une démonstration' },
  { keys: 'B ou .', does: 'Écran noir' },
  { keys: 'F', does: 'Plein écran' },
  { keys: '?', does: 'Cette aide' },
];

/** What reveal.js says in English, by the class of its element. */
export const CONTROL_LABELS: Readonly<Record<string, string>> = {
  'navigate-left': 'Étape ou diapo précédente',
  'navigate-right': 'Étape ou diapo suivante',
  'navigate-up': 'Diapo précédente',
  'navigate-down': 'Diapo suivante',
};

export const RESUME = 'Reprendre la présentation';
export const DECK_LABEL = 'Diaporama';
