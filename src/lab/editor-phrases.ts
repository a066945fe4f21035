// CodeMirror's own words, in French. A test compares the keys with what the installed packages ask for.

export const EDITOR_PHRASES: Readonly<Record<string, string>> = {
  // view
  'Control character': 'Caractère de contrôle',
  close: 'fermer',
  // commands
  'Selection deleted': 'Sélection supprimée',
  // language
  'folded code': 'code replié',
  unfold: 'déplier',
  to: 'à',
  'Folded lines': 'Lignes repliées',
  'Unfolded lines': 'Lignes dépliées',
  'Fold line': 'Replier la ligne',
  'Unfold line': 'Déplier la ligne',
  // autocomplete
  Completions: 'Propositions',
  // lint
  Diagnostics: 'Diagnostics',
  'No diagnostics': 'Aucun diagnostic',
  // search
  'Go to line': 'Aller à la ligne',
  go: 'aller',
  Find: 'Chercher',
  Replace: 'Remplacer',
  next: 'suivant',
  previous: 'précédent',
  all: 'tous',
  'match case': 'respecter la casse',
  'by word': 'mot entier',
  regexp: 'expression régulière',
  replace: 'remplacer',
  'replace all': 'tout remplacer',
  'current match': 'occurrence courante',
  'replaced $ matches': '$ occurrences remplacées',
  'replaced match on line $': 'occurrence remplacée ligne $',
  'on line': 'à la ligne',
};
