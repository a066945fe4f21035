// What step 2.4 says of keys: each alone may look right, it is together that they give themselves away.
import type { Mistake } from '../../../src/grading/index.ts';

export const DRAW = {
  aKey: 'quatre octets',
  otherSize: (count: number) =>
    `Votre fonction rend ${count} octet${count > 1 ? 's' : ''} ; une clé de masquage en a quatre.`,
  otherSizeHint: '« new Uint8Array(4) » a la bonne taille ; « randomBytes(4) » aussi.',
  handshakeKeyHint:
    'Seize octets, c’est la clé de la poignée de main, « Sec-WebSocket-Key », ou quatre nombres de 32 bits. Ici, « new Uint8Array(4) », ou « randomBytes(4) ».',
  threw: (what: string) => `nouvelleCle a lancé une exception : ${what}`,
  threwHint: 'Appelez votre fonction plusieurs fois de suite : les premiers appels réussissent.',
  unsettled: 'nouvelleCle rend une promesse qui ne se règle jamais.',
} as const;

export const SENT = (count: number): string => `nouvelleCle(), ${count} fois de suite`;

const SOURCE = 'Demandez les quatre octets à « crypto », à chaque appel.';

export const DISTINCT = {
  expected: (least: number, count: number) => `au moins ${least} clés différentes sur ${count}`,
  actual: (found: number) =>
    `${found} clé${found > 1 ? 's' : ''} différente${found > 1 ? 's' : ''}`,
  constant: {
    message: 'Toutes les clés sont les mêmes.',
    hint: 'Pendant la vérification, « Math.random », « Date.now » et « performance.now » rendent toujours la même valeur : une clé qui en dépend se devine. Et ce qui est tiré une fois, au chargement, l’est pour toutes les trames.',
  },
  repeated: {
    message: 'Les clés se répètent trop souvent.',
    hint: SOURCE,
    isGeneral: true,
  },
} as const satisfies Record<string, ((...numbers: number[]) => string) | Mistake>;

export const POSITION = {
  few: (position: number) => `L’octet ${position} de la clé ne prend que quelques valeurs.`,
  expected: (least: number) => `au moins ${least} valeurs différentes à chaque position`,
  actual: (position: number, found: number) =>
    `octet ${position} : ${found} valeur${found > 1 ? 's' : ''} différente${found > 1 ? 's' : ''}`,
  fewHint: 'Un octet a 256 valeurs possibles, toutes permises : ni chiffres, ni lettres seulement.',
  missing: (value: number) =>
    `Aucune clé ne contient l’octet ${value} : le tirage s’arrête avant le bout.`,
  missingExpected: 'les 256 valeurs, de 0 à 255 compris',
  missingActual: (least: number, most: number) => `des octets de ${least} à ${most}`,
  missingHint:
    '« randomInt(256) » rend de 0 à 255 : la borne du haut n’est jamais tirée. « new Uint8Array(4) » et « randomBytes(4) » n’oublient rien.',
  equal: (one: number, other: number) =>
    `Les octets ${one} et ${other} de la clé sont presque toujours égaux.`,
  equalExpected: 'quatre octets sans lien entre eux',
  equalActual: (times: number, count: number) => `égaux ${times} fois sur ${count}`,
  equalHint: 'Tirez quatre octets, pas un seul quatre fois copié.',
} as const;

export const BIT = {
  stuck: (position: number, bit: number, value: number) =>
    `Un bit ne change jamais : octet ${position}, bit ${bit} (le 7 est celui de gauche), toujours ${value}.`,
  expected: 'les deux valeurs, 0 et 1, pour chacun des 32 bits',
  actual: (value: number, count: number) => `${value}, ${count} fois sur ${count}`,
  hint: 'Le tirage n’utilise pas tout l’intervalle : 32 bits, c’est de 0 à 2³² − 1 ; un octet, de 0 à 255 compris.',
} as const;

export const STEP = {
  message: 'D’une clé à la suivante, l’écart est presque toujours le même : c’est un compteur.',
  expected: 'des écarts sans régularité',
  actual: (times: number, count: number, step: string) => `${step}, ${times} fois sur ${count}`,
  hint: 'Qui a vu deux clés connaît les suivantes. Rien ne doit relier une clé à la précédente.',
} as const;

export const MEMORY = {
  message: 'Une clé déjà rendue change aux appels suivants.',
  expected: 'la clé telle qu’elle a été rendue',
  where: 'clé relue après les appels suivants',
  hint: 'Créez le tableau dans la fonction, à chaque appel ; d’une réserve, rendez une copie, « slice ».',
} as const;

export const TWO_RUNS = {
  message: 'Deux exécutions de votre programme tirent les mêmes clés.',
  sent: (count: number) => `nouvelleCle(), ${count} fois, dans deux exécutions du même programme`,
  expected: 'des clés différentes d’une exécution à l’autre',
  actual: (shared: number, count: number) => `${shared} clés communes sur ${count}`,
  hint: 'Un générateur écrit à la main part d’une graine : qui la connaît, ou la devine, connaît toutes les clés. « crypto » tire la sienne du système.',
} as const;
