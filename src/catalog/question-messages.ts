// The French reasons why a question, or the way a step goes live, cannot be read from step.md.

export const QUESTION_REASONS = {
  list: 'une liste est attendue',
  oneLine: 'le texte tient sur une ligne (en YAML, « >- » en plie plusieurs)',
  hexadecimal:
    'des octets en hexadécimal minuscule sont attendus, entre guillemets : « "7f" » ou « "7f 9f" »',
  id: 'un identifiant est en minuscules sans accent, avec des tirets',
  reserved: '« graine » est réservé au tirage des questions',
  source: 'une source s’écrit « §4.2.2 », « RFC 9110 §7.8 » ou « WHATWG WebSockets §2.2 »',
  drawn: 'la seule valeur possible est « true »',
  oneKind: 'il faut exactement une de ces clés : « options », « bytes » ou « drawn »',
  onlyWith: (key: string, other: string) => `« ${key} » ne va qu’avec « ${other} »`,
  twoOptions: 'il faut au moins deux options',
  optionTwice: 'deux options ont le même identifiant',
  noRight: 'il manque « right », l’identifiant de la bonne option',
  unknownRight: (id: string, known: string) =>
    `« right » nomme « ${id} », qui n’est pas une option (${known})`,
  noExplanation: 'il manque « explanation », qui dit pourquoi ces octets sont justes',
  rightMistake: (answer: string) => `« mistakes » compte la bonne réponse, « ${answer} »`,
  questionTwice: 'deux questions ont le même identifiant',
  noDraw: (id: string) =>
    `la question « ${id} » est tirée (« drawn ») mais « draws » de checks.ts ne la connaît pas`,
  badDraw: (id: string, reason: string) =>
    `le tirage de la question « ${id} » ne va pas : ${reason}`,
  strayDraw: (id: string) =>
    `« draws » connaît « ${id} », qui n’est pas une question tirée de step.md`,
} as const;

export const LIVE_REASONS = {
  table: 'une table « export, options, module, page, path » est attendue',
  export: 'le nom d’une fonction exportée est attendu',
  options: 'une table « clé : valeur » est attendue',
  value: 'une valeur qui s’écrit en JSON est attendue',
  path: 'un chemin est attendu, comme « /chat »',
  module: 'le chemin d’un module est attendu, comme « chat/assemblage.js »',
  noModule: (module: string, project: string) =>
    `« live » part de « ${module} », que le dossier « ${project} » n’a pas`,
  noPage: (page: string) =>
    `« live » montre « ${page} », qu’aucun corrigé du labo n’a à côté d’un index.html`,
  unknownExport: (name: string, file: string) =>
    `« live » appelle « ${name} », que checks.ts n’attend pas de « ${file} »`,
} as const;
