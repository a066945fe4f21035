// What the commands say on a terminal, in French.

export const USAGE = {
  grade: 'npm run -s grade -- <étape> <dossier> [--json] [--seed N]',
  graders: 'npm run -s graders [-- <étape>] [-- --json] [-- --seeds N] [-- --write]',
  catalog: 'npm run -s catalog [-- --json]',
} as const;

/** What `--help` adds to the usage. */
export const HELP = {
  usage: (usage: string) => `Usage : ${usage}`,
  grade: [
    'Corrige votre dossier sous Node, avec les vérifications de la page.',
    '',
    '  <étape>    1.3 ou handshake/accept (la liste : npm run -s catalog)',
    '  <dossier>  celui qui contient « poignee » (ou « chat »…), et « reponses.json » s’il y a des questions',
    '  --json     un objet JSON sur la sortie standard',
    '  --seed N   rejoue un tirage : N est la graine d’un compte rendu',
    '',
    'Code de sortie : 0 réussi, 1 pas encore, 2 mauvais usage.',
  ],
  graders: [
    'Examine les correcteurs sur tous les programmes de labs/.',
    '',
    '  <étape>    une seule étape ; toutes par défaut',
    '  --json     un objet JSON sur la sortie standard',
    '  --seeds N  essaie les graines 1 à N (3 par défaut)',
    '  --write    écrit signatures.json, d’où viennent les explications des confusions',
  ],
  catalog: [
    'Liste les labos et leurs étapes.',
    '',
    '  --json     un objet JSON sur la sortie standard',
  ],
} as const;

export const WRONG_USE = {
  usage: (reason: string, usage: string) => `${reason} Usage : ${usage}`,
  noStep: 'Il manque l’étape et le dossier.',
  noDirectory: 'Il manque le dossier à corriger.',
  tooMany: (extra: string) =>
    `« ${extra} » est de trop ; un chemin qui contient des espaces s’écrit entre guillemets.`,
  unknownOption: (option: string) => `L’option « ${option} » n’existe pas.`,
  optionWithoutValue: (option: string) => `L’option « ${option} » attend un nombre.`,
  optionWithValue: (option: string) => `L’option « ${option} » ne prend pas de valeur.`,
  badNumber: (option: string, value: string, minimum: number) =>
    `« ${option} » attend un nombre entier à partir de ${minimum}, pas « ${value} ».`,
  unknownStep: (name: string, near: string) =>
    near === ''
      ? `L’étape « ${name} » n’existe pas. La liste : npm run -s catalog.`
      : `L’étape « ${name} » n’existe pas. Vouliez-vous dire : ${near} ? La liste : npm run -s catalog.`,
  noSuchDirectory: (path: string) => `Le dossier « ${path} » n’existe pas.`,
  notADirectory: (path: string, inside: string) =>
    `« ${path} » est un fichier ; donnez le dossier qui le contient, celui où se trouve « ${inside} ».`,
  unreadableDirectory: (path: string) =>
    `Le dossier « ${path} » ne se lit pas ; vérifiez vos droits.`,
  missingFile: (file: string, path: string) =>
    `Il manque le fichier de cette étape : « ${file} », cherché ici : ${path}.`,
  parentMeant: (parent: string) => `Donnez plutôt le dossier parent : ${parent}.`,
  unreadableFile: (file: string) => `« ${file} » ne se lit pas ; vérifiez vos droits.`,
  notAFile: (file: string) => `« ${file} » n’est pas un fichier.`,
  notText: (file: string) => `« ${file} » n’est pas un fichier texte en UTF-8.`,
  tooBig: (file: string, kilobytes: number, limit: number) =>
    `« ${file} » pèse ${kilobytes} ko ; un fichier d’étape en pèse ${limit} au plus.`,
  noChromium: (step: string) =>
    `L’étape ${step} se corrige dans un vrai navigateur, et aucun Chromium n’a été trouvé : installez-le (« apt-get install chromium ») ou donnez son chemin dans TRAME_CHROMIUM.`,
  chromiumFailed: (path: string) =>
    `Chromium ne démarre pas (${path}) : lancez-le à la main pour voir pourquoi, ou donnez-en un autre dans TRAME_CHROMIUM.`,
  brokenCourse: 'Les labos ne se chargent pas :',
  brokenStep: (name: string) => `L’étape « ${name} » n’est pas prête :`,
} as const;

export const NOTES = {
  unanswered: (example: string) =>
    `Pour répondre aux questions, écrivez à la racine du dossier un fichier « reponses.json » : ${example}`,
  drawn: (seed: number, key: string) =>
    `Les valeurs tirées viennent de la graine ${seed} : pour y répondre, relancez avec --seed ${seed} ou ajoutez "${key}": "${seed}" à « reponses.json ».`,
  ignored: (files: string) => `Fichiers ignorés, trop gros ou illisibles : ${files}.`,
  tooMany: (limit: number) =>
    `Le dossier contient plus de ${limit} fichiers : les suivants sont ignorés.`,
} as const;

export const ANSWERS_TEXT = {
  missing: (path: string, example: string) =>
    `Cette étape n’a que des questions : il manque vos réponses, cherchées ici : ${path}. Ce fichier s’écrit ${example}.`,
  none: (step: string, example: string) =>
    `« reponses.json » ne répond à aucune question de l’étape ${step}. Il s’écrit ${example}.`,
  broken: (file: string, reason: string, path: string) => `« ${file} » ${reason} (${path}).`,
} as const;

export const REPORT = {
  seed: (seed: number) => `graine ${seed}`,
  sent: 'envoyé',
  expected: 'attendu',
  actual: 'reçu',
  where: 'où',
  hint: 'à voir',
  statuses: {
    pass: 'réussie',
    fail: 'échouée',
    error: 'en erreur',
    timeout: 'arrêtée',
    skipped: 'pas exécutée',
  },
  unanswered: 'pas encore répondu',
  openQuestions: (count: number) =>
    count > 1 ? `Il reste ${count} questions sans réponse.` : 'Il reste une question sans réponse.',
  allPassed: (count: number) =>
    count > 1 ? `Les ${count} vérifications sont réussies.` : 'La vérification est réussie.',
  counted: (passed: number, count: number) =>
    `${passed} ${passed > 1 ? 'vérifications' : 'vérification'} sur ${count} ${passed > 1 ? 'réussies' : 'réussie'}.`,
  somePassed: (passed: number, count: number, first: string) =>
    `${REPORT.counted(passed, count)} Commencez par ${first}.`,
  notLoaded: 'Le code ne se charge pas encore : rien n’a pu être vérifié.',
  onlyQuestions: 'Le code ne se charge pas encore : seules vos réponses ont été vérifiées.',
  notes: 'Remarques',
  console: 'Console de votre code',
  consoleCut: (count: number) => `… et ${count} lignes de plus`,
} as const;

export const MATRIX_TEXT = {
  legend:
    '✓ réussie   ✗ échouée   ! en erreur   ⧖ arrêtée   – pas exécutée   [ ] la vérification qui doit refuser',
  score: (killed: string, accepted: string) =>
    `programmes faux refusés ${killed} · variantes acceptées ${accepted}`,
  seeds: (seeds: string) => `graines ${seeds}`,
  sound: 'Le correcteur tient : aucun manquement à la règle A5.',
  breaches: (count: number) =>
    count > 1 ? `${count} manquements à la règle A5 :` : 'Un manquement à la règle A5 :',
  written: (file: string) => `${file} : signatures écrites.`,
  staleSignatures: (file: string, step: string) =>
    `${file} n’est plus à jour : les signatures des programmes faux ont changé. Lancez « npm run -s graders -- ${step} --write », relisez la différence, et enregistrez-la avec le reste.`,
  noStep: 'Aucune étape à examiner.',
  progress: (step: string, done: number, total: number) =>
    `${step} : ${done} corrections sur ${total}…`,
  kinds: { starter: 'départ', solution: 'solution', right: 'juste', wrong: 'faux' },
} as const;

export const CATALOG_TEXT = {
  lab: (number: number, title: string, slug: string) => `Labo ${number} · ${title} (${slug})`,
  minutes: (minutes: number) => `${minutes} min`,
  empty: 'Aucun labo pour l’instant.',
} as const;
