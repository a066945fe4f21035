// What step 3.2 says of a length, of a header's size, of an answer that comes too early, or of a refusal that does not come.
import { hexadecimal } from '../../../src/grading/index.ts';

export const SHAPE = '{ longueur, tailleEntete }';

const bytesCount = (count: number): string => `${count} octet${count > 1 ? 's' : ''}`;

export const LENGTH = {
  subject: '« longueur »',
  wrong: '« longueur » n’est pas ce que disent les octets.',
  value: (length: bigint) => `longueur : ${length}`,
  where: (bytes: Uint8Array, end: number) => {
    if (end === 2) return `octet 1, bits 6 à 0 : ${hexadecimal(bytes.subarray(1, 2))}`;
    return `octets 2 à ${end - 1} : ${hexadecimal(bytes.subarray(2, end))}`;
  },
  hint: (end: number) => {
    if (end === 2) return 'De 0 à 125, les sept bits de droite de l’octet 1 sont la longueur.';
    return end === 4
      ? 'Les 7 bits valent 126 : la longueur est dans les octets 2 et 3, poids fort d’abord.'
      : 'Les 7 bits valent 127 : la longueur est dans les octets 2 à 9, poids fort d’abord.';
  },
  tooEarly: 'La longueur est entière, et votre fonction rend null.',
  tooEarlyHint:
    'Elle se lit dès que l’en-tête est là : 2, 4 ou 10 octets, sans attendre la clé d’une trame qui n’en a pas, ni les données.',
  refused: 'Votre fonction refuse une longueur qui se lit.',
  refusedHint:
    'Jusqu’à 2⁵³ − 1 compris, une longueur se rend : c’est à l’étape 3.5 qu’une limite se choisit.',
} as const;

export const SIZE = {
  subject: '« tailleEntete »',
  wrong: '« tailleEntete » ne dit pas où les données commencent.',
  value: (size: number | bigint) => `tailleEntete : ${size}`,
  where: (masked: boolean, length: bigint) =>
    `trame ${masked ? 'masquée' : 'non masquée'}, de ${length} ${length > 1 ? 'octets' : 'octet'}`,
  hint: '2, 4 ou 10 octets selon la forme de la longueur, plus 4 si MASK vaut 1.',
  keyForgotten: 'La clé d’une trame masquée ne compte pas dans votre « tailleEntete ».',
  keyForgottenHint: 'Ajoutez 4 quand « octets[1] & 0x80 » n’est pas nul.',
  keyAlways: 'Votre « tailleEntete » compte une clé, et cette trame n’est pas masquée.',
  keyAlwaysHint: 'Ajoutez 4 seulement quand « octets[1] & 0x80 » n’est pas nul.',
  withData: 'Votre « tailleEntete » compte aussi les données.',
  withDataHint:
    'L’en-tête finit où les données commencent : 2, 4 ou 10 octets, plus 4 si MASK vaut 1.',
  lengthOnly: 'Votre « tailleEntete » ne compte que les octets de la longueur.',
  lengthOnlyHint: 'Comptez aussi l’octet 0, et l’octet 1 en entier : 2, 4 ou 10.',
} as const;

export const EARLY = {
  expected: 'null',
  where: (count: number, end: number) =>
    `${bytesCount(count)} sur les ${end} que la longueur demande`,
  keyMissing: (count: number, size: number) =>
    `${bytesCount(count)} sur les ${size} de l’en-tête, clé comprise`,
  undefined:
    'Il manque encore des octets, et votre fonction rend undefined ; le contrat demande null.',
  undefinedHint:
    'Un « return; », ou une fonction qui finit sans « return », rend undefined. Écrivez « return null; ».',
  notNull: (kind: string) =>
    `Il manque encore des octets, et votre fonction rend ${kind} ; le contrat demande null.`,
  notNullHint: 'Seul null dit « pas encore ». Comptez les octets avant de lire : 2, 4 ou 10.',
  threw: 'Il manque encore des octets, et votre fonction lance une exception.',
  changes: (name: string) => `« ${name} » change quand la clé arrive.`,
  changesHint:
    'La clé n’est pas dans la longueur, et l’en-tête la compte dès que MASK vaut 1, arrivée ou non.',
  threwHint:
    'Une trame coupée n’est pas une erreur, la suite va venir : vérifiez « octets.length » avant de lire, et rendez null.',
} as const;

export const HUGE = {
  expected: 'une erreur dont « code » vaut 1002 ou 1009',
  topBit: 'bit de gauche à 1 : la RFC l’interdit',
  tooLarge: 'plus de 2⁵³ − 1 : un nombre JavaScript ne serait plus exact',
  where: (bytes: Uint8Array, why: string) =>
    `octets 2 à 9 : ${hexadecimal(bytes.subarray(2, 10))}, ${why}`,
  returned: 'Cette longueur ne se lit pas, et votre fonction rend un résultat.',
  returnedHint:
    'Lisez les 8 octets en BigInt, comparez à BigInt(Number.MAX_SAFE_INTEGER), et lancez l’erreur avant de convertir.',
  waits: 'Cette longueur ne se lit pas, et votre fonction attend d’autres octets.',
  waitsHint:
    'Les 10 premiers octets suffisent pour refuser : n’attendez ni la clé, ni les données.',
  noCode: 'Votre fonction lance bien une erreur, mais sans « code ».',
  otherCode: (code: string) => `Votre fonction lance une erreur dont « code » vaut ${code}.`,
  textCode: 'Votre fonction lance une erreur dont « code » est un texte.',
  codeHint: "« throw Object.assign(new Error('…'), { code: 1009 }) », avec un nombre.",
} as const;

export const CHANGED = {
  message: 'Votre fonction modifie « octets », qu’on lui a seulement prêté.',
  where: '« octets », après l’appel',
  hint: 'Lisez l’octet, puis isolez ses bits dans une variable : « const longueur7 = octets[1] & 0x7f ».',
} as const;
