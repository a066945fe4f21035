// The mistakes of step 2.5 that can be told from the text they give, each named in words.
import { mask, type Mistake } from '../../../src/grading/index.ts';
import { RFC_KEY } from '../keys.ts';
import type { Capture } from './captures.ts';

type Wrong = { readonly of: (capture: Capture) => Uint8Array; readonly mistake: Mistake };

const PLACE =
  'Comptez les octets entre l’octet 1 et la clé : 0, 2 ou 8, selon « trame[1] & 127 », sans le bit MASK.';
const payloadStart = ({ frame, text }: Capture): number =>
  frame.length - new TextEncoder().encode(text).length;
const from =
  (start: (capture: Capture) => number, keyStart: (capture: Capture) => number) =>
  (capture: Capture): Uint8Array => {
    const key = capture.frame.subarray(keyStart(capture), keyStart(capture) + 4);
    return key.length < 4 ? new Uint8Array() : mask(capture.frame.subarray(start(capture)), key);
  };
const keyStart = (capture: Capture): number => payloadStart(capture) - 4;

/** Bytes that are then decoded, well or badly; the first that gives the very text that came is named. */
const WRONG: readonly Wrong[] = [
  {
    of: (capture) => capture.frame.subarray(payloadStart(capture)),
    mistake: {
      message: 'Les données sont encore masquées.',
      hint: 'Combinez chaque octet à celui de la clé dont c’est le tour, comme à l’étape 2.2, puis décodez.',
    },
  },
  {
    of: (capture) => mask(capture.frame.subarray(payloadStart(capture)), RFC_KEY),
    mistake: {
      message: 'Votre fonction démasque avec la clé de l’exemple, 37 fa 21 3d.',
      hint: 'Chaque trame porte sa propre clé : lisez-la dans « trame ».',
    },
  },
  {
    of: from(keyStart, keyStart),
    mistake: {
      message: 'Votre fonction démasque aussi la clé.',
      hint: 'Les données commencent quatre octets après le début de la clé.',
    },
  },
  {
    of: from(() => 0, keyStart),
    mistake: {
      message: 'Votre fonction démasque la trame entière, en-tête compris.',
      hint: 'Le masque ne porte que sur les données, ce qui suit la clé.',
    },
  },
  {
    of: from(
      () => 6,
      () => 2,
    ),
    mistake: {
      message: 'Votre fonction prend la clé à l’octet 2, alors que la longueur s’y prolonge.',
      hint: PLACE,
    },
  },
  {
    of: from(payloadStart, () => 2),
    mistake: {
      message: 'Les données sont au bon endroit, mais la clé est lue à l’octet 2.',
      hint: PLACE,
    },
  },
  {
    of: from(
      () => 8,
      () => 4,
    ),
    mistake: {
      message:
        'Votre fonction lit la longueur sur 2 octets, alors qu’elle en a une autre forme ici.',
      hint: PLACE,
    },
  },
  {
    of: from(
      () => 10,
      () => 6,
    ),
    mistake: {
      message: 'Votre fonction lit la longueur sur 4 octets, alors que 127 en annonce 8.',
      hint: PLACE,
    },
  },
  {
    of: from(
      () => 14,
      () => 10,
    ),
    mistake: {
      message:
        'Votre fonction prend la clé à l’octet 10, alors que la longueur est plus courte ici.',
      hint: PLACE,
    },
  },
  {
    of: (capture) => capture.frame.subarray(2),
    mistake: {
      message:
        'Votre fonction décode la trame à partir de l’octet 2 : la clé, puis des données masquées.',
      hint: 'Prenez d’abord la clé, puis démasquez ce qui la suit.',
    },
  },
  {
    of: (capture) => capture.frame,
    mistake: {
      message: 'Votre fonction décode la trame entière, sans l’ouvrir.',
      hint: 'Trouvez la clé, puis les données, puis démasquez.',
    },
  },
];

const BYTE_BY_BYTE: Mistake = {
  message: 'Le démasquage est juste, mais chaque octet est pris pour un caractère.',
  hint: 'Une trame de texte est en UTF-8 : « new TextDecoder().decode(octets) ».',
};

const NUMBERS: Mistake = {
  message: 'Le démasquage est juste, mais « toString() » écrit les octets en nombres.',
  hint: 'Sur un Uint8Array, « toString() » ne décode rien : « new TextDecoder().decode(octets) ».',
};

const NOTHING_LEFT: Mistake = {
  message: 'Votre fonction ne trouve aucun octet : elle cherche la clé trop loin dans la trame.',
  hint: 'L’octet 1 porte aussi le bit MASK : sans « & 127 », une longueur de 5 se lit 133, et passe pour une longueur étendue.',
};

const SIGNAL_AS_LENGTH: Mistake = {
  message: 'Votre fonction s’arrête à 126 ou 127 octets : elle prend le signal pour la longueur.',
  hint: '126 et 127 disent seulement où lire la longueur ; la trame étant seule, les données vont jusqu’à sa fin.',
};

const END_MISSING: Mistake = {
  message: 'Le début du message est lu, la fin manque.',
  hint: 'Une longueur étendue se lit octet de poids fort d’abord : « 01 00 » vaut 256. La trame étant seule, les données vont jusqu’à sa fin.',
};

/** `null` when nobody knows how one comes to this text. */
export function recogniseReading(actual: string, capture: Capture): Mistake | null {
  const payload = new TextEncoder().encode(capture.text);
  if (actual === latin1(payload) || actual === ascii(payload)) return BYTE_BY_BYTE;
  if (actual === payload.join(',')) return NUMBERS;
  if (actual === '' && payload.length > 0) return NOTHING_LEFT;
  if (payload.length > 127 && [126, 127].some((size) => actual === capture.text.slice(0, size))) {
    return SIGNAL_AS_LENGTH;
  }
  if (payload.length > 125 && capture.text.startsWith(actual)) return END_MISSING;
  const known = WRONG.find(({ of }) => {
    const bytes = of(capture);
    return bytes.length > 0 && [utf8(bytes), latin1(bytes)].includes(actual);
  });
  return known?.mistake ?? null;
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const latin1 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const ascii = (bytes: Uint8Array): string => latin1(bytes.map((byte) => byte & 127));
