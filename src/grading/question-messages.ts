// What grading says of a question, in French: of the answer that came, and of the file that holds the answers.

export const QUESTION = {
  unanswered: (text: string) => `Pas encore répondu : « ${text} »`,
  oneOf: (ids: readonly string[]) => `Réponses possibles : ${listed(ids)}.`,
  inHexadecimal: (count: number) =>
    `Réponse attendue : ${count > 1 ? `${count} octets` : 'un octet'} en hexadécimal, comme « ${EXAMPLE.slice(0, count).join(' ')} ».`,
  where: (file: string, key: string) => `${file}, « ${key} »`,
  reread: (source: string) => `Relisez ${source}, puis changez votre réponse.`,
  rethink: 'Relisez la question et la consigne, puis changez votre réponse.',
  anotherOption: 'une autre des réponses proposées',
  otherBytes: (count: number) => (count > 1 ? 'd’autres octets' : 'un autre octet'),
  unknownOption: (answer: string) => `« ${answer} » n’est pas une des réponses proposées.`,
  wrongBytes: (answer: string) => `« ${answer} » n’est pas la bonne réponse.`,
  decimal: (answer: string) =>
    `« ${answer} » est écrit en décimal ; la réponse s’écrit en hexadécimal, deux chiffres par octet.`,
  binary: (answer: string) =>
    `« ${answer} » est écrit en binaire ; la réponse s’écrit en hexadécimal, deux chiffres par octet.`,
  notHexadecimal: (answer: string) =>
    `« ${answer} » ne se lit pas comme de l’hexadécimal : chaque octet s’écrit avec deux chiffres, de 0 à 9 et de a à f.`,
  otherCount: (received: number, count: number) =>
    `Votre réponse fait ${octets(received)} ; la question en attend ${count === 1 ? 'un' : count}.`,
} as const;

export const ANSWERS = {
  notJson: (line: number | null) =>
    line === null
      ? 'n’est pas du JSON lisible'
      : `n’est pas du JSON lisible : regardez la ligne ${line}`,
  notAnObject: 'doit être un objet de textes, comme { "1.8/navigateur": "…" }',
  notAText: (key: string, received: string) =>
    `donne ${received} à « ${key} » : une réponse est un texte, entre guillemets`,
  unreadable: (file: string, reason: string) => `${file} ${reason}. Aucune réponse n’a été lue.`,
  kinds: {
    null: 'null',
    boolean: 'un booléen',
    number: 'un nombre',
    array: 'une liste',
    object: 'un objet',
  },
  badSeed: (key: string, value: string) =>
    `reponses.json : « ${key} » est la graine du tirage, un nombre entier, pas « ${value} » ; elle est ignorée.`,
  unknownKeys: (keys: readonly string[], step: string, known: readonly string[]) =>
    `reponses.json : ${keys.map((key) => `« ${key} »`).join(', ')} n’${keys.length > 1 ? 'existent' : 'existe'} pas dans l’étape ${step} (${known.join(', ')}).`,
  strayKeys: (keys: readonly string[], example: string) =>
    `reponses.json : ${keys.map((key) => `« ${key} »`).join(', ')} ne désigne aucune question ; une clé s’écrit « ${example} ».`,
} as const;

/** How the examination of the graders calls a candidate that is one answer. */
export const QUESTION_CANDIDATE = (key: string, typed: string) => `${key} = ${typed}`;

// Bytes that are the answer to nothing.
const EXAMPLE = ['a5', 'c3', '0e', '71', 'd8', '2b', 'f0', '96'];

const octets = (count: number) => (count > 1 ? `${count} octets` : `${count} octet`);

function listed(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ou ${names.at(-1) ?? ''}`;
}
