// The French sentences that say what is wrong with a lab on disk.

/** Reasons completed by the file (and key) they are about. */
export const REASONS = {
  text: 'un texte est attendu ; entourez la valeur de guillemets si YAML la lit autrement',
  empty: 'le texte est vide',
  address: 'minuscules sans accent, chiffres et tirets seulement',
  section: 'une section s’écrit « §4.2.2 »',
  path: 'un chemin de fichier en minuscules est attendu, comme « poignee/accept.js »',
  list: 'une liste est attendue',
  minutes: 'un nombre entier de minutes est attendu, 1 ou plus',
  noFile: 'il faut au moins un fichier, sauf dans une étape qui n’a que des questions',
  fileTwice: 'un fichier est cité deux fois',
  hints: 'il faut exactement trois indices',
  misconceptions: 'une table « identifiant : explication » est attendue',
  misconceptionId: 'un identifiant de confusion est en minuscules sans accent, avec des tirets',
  signatures:
    'ce fichier est écrit par « npm run -s graders -- --write » ; effacez-le et relancez-la',
  noDefinition: 'il faut exporter « step », fait par defineStep()',
  noCheck: 'il faut au moins une vérification, sauf dans une étape qui n’a que des questions',
  noFrontMatter: 'le fichier doit commencer par une en-tête YAML entre deux lignes « --- »',
  frontMatterNotMap: 'l’en-tête YAML doit être une table « clé : valeur »',
  noInstructions: 'la consigne est vide',
  missingFile: 'le fichier manque',
  missingFolder: 'le dossier manque',
  noRight: 'il faut au moins une solution acceptée',
  noWrong: 'il faut au moins un programme faux',
  folderName:
    'un dossier de labo ou d’étape s’appelle « 03-accept » : deux chiffres, un tiret, un nom anglais',
  noKiller: 'la première ligne doit nommer la vérification qui le refuse : « // échoue : C5 »',
  oneAnswer:
    'un dossier qui n’a que reponses.json répond mal à une seule question, dont la clé s’écrit « 1.8/navigateur »',
  badMisconceptionLine:
    'la deuxième ligne commence par « // confusion » mais ne nomme pas d’identifiant',
  unknownKey: (key: string) => `clé inconnue « ${key} »`,
  missingKey: (key: string) => `il manque la clé « ${key} »`,
  at: (key: string, reason: string) => `« ${key} » : ${reason}`,
  yaml: (line: number, reason: string) => `YAML illisible à la ligne ${line} : ${reason}`,
  twice: (what: string, other: string) => `${what} sert déjà dans ${other}`,
  idTwice: (id: string) => `l’identifiant « ${id} » sert deux fois`,
  unreadable: (reason: string) => `le module ne se charge pas : ${reason}`,
  exportsOutsideFiles: (path: string) =>
    `il attend un export de « ${path} », que « files » de step.md ne cite pas`,
  strayFile: (path: string) =>
    `« ${path} » n’est pas un fichier de l’étape ; s’il en faut plusieurs, faites un dossier`,
  unknownKiller: (id: string, known: string) =>
    `il doit être refusé par « ${id} », qui n’existe pas (vérifications : ${known})`,
  unknownMisconception: (id: string) =>
    `la confusion « ${id} » n’est pas expliquée dans « misconceptions » de step.md`,
  unusedMisconception: (id: string) =>
    `la confusion « ${id} » n’est illustrée par aucun programme de wrong/`,
} as const;

export const oneProblem = (file: string, reason: string) => `${file} : ${reason}.`;
