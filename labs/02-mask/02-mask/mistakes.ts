// The mistakes of step 2.2 that can be told from the bytes they give, each named in words.
import { encodeUtf8, isSameBytes, mask, type Mistake } from '../../../src/grading/index.ts';

export type Masking = { readonly data: Uint8Array; readonly key: Uint8Array };

type Wrong = {
  readonly of: (masking: Masking) => ArrayLike<number>;
  readonly mistake: Mistake;
};

/** Byte by byte, with the byte of the key at `index % 4` unless `at` says otherwise. */
const each =
  (
    combine: (byte: number, keyByte: number, index: number) => number,
    at = (index: number) => index % 4,
  ) =>
  ({ data, key }: Masking): ArrayLike<number> =>
    data.map((byte, index) => combine(byte, key[at(index)] ?? 0, index));
const xor = (byte: number, keyByte: number): number => byte ^ keyByte;

const WITH_REMAINDER = 'L’octet i va avec l’octet « i % 4 » de la clé.';
const WITH_XOR = 'L’opération est le ou exclusif : « ^ » en JavaScript.';
const KEEP_LENGTH =
  'Masquer ne change pas la longueur : autant d’octets à la sortie qu’à l’entrée.';

const CHARACTERS: Mistake = {
  message: 'Votre fonction masque des caractères, décodés des octets, au lieu des octets.',
  hint: 'Un « é » fait deux octets : parcourez « donnees » lui-même, sans le décoder.',
};

/** On fewer bytes, different mistakes give the same: none is named. */
const ENOUGH = 5;

/** The first that gives the very bytes that came is named: the more particular stand first. */
const WRONG: readonly Wrong[] = [
  {
    of: ({ data }) => data,
    mistake: {
      message: 'Les octets reviennent tels quels, sans être masqués.',
      hint: 'Rendez le nouveau tableau, celui que vous remplissez ; masquer deux fois, aussi, redonne le départ.',
    },
  },
  {
    of: each((byte, keyByte) => byte | keyByte),
    mistake: { message: 'Votre fonction combine avec « | » (ou).', hint: WITH_XOR },
  },
  {
    of: each((byte, keyByte) => byte & keyByte),
    mistake: { message: 'Votre fonction combine avec « & » (et).', hint: WITH_XOR },
  },
  {
    of: each((byte, keyByte) => byte + keyByte),
    mistake: { message: 'Votre fonction additionne l’octet et la clé.', hint: WITH_XOR },
  },
  {
    of: each((byte, keyByte) => byte ** keyByte),
    mistake: { message: 'Votre fonction combine avec « ** » (puissance).', hint: WITH_XOR },
  },
  {
    of: ({ data, key }) => data.map((byte) => key.reduce(xor, byte)),
    mistake: {
      message: 'Chaque octet est combiné aux quatre octets de la clé.',
      hint: `Un seul octet de la clé sert à la fois. ${WITH_REMAINDER}`,
    },
  },
  {
    of: each(xor, (index) => Math.floor(index / 4) % 4),
    mistake: {
      message: 'La clé n’avance que tous les quatre octets.',
      hint: `Elle avance à chaque octet. ${WITH_REMAINDER}`,
    },
  },
  {
    of: each(xor, () => 0),
    mistake: { message: 'Seul le premier octet de la clé sert.', hint: WITH_REMAINDER },
  },
  {
    of: each(xor, (index) => 3 - (index % 4)),
    mistake: { message: 'La clé est lue à l’envers.', hint: WITH_REMAINDER },
  },
  {
    of: each(xor, (index) => index % 3),
    mistake: {
      message: 'La clé se répète tous les trois octets.',
      hint: 'Elle a quatre octets : « i % 4 ».',
    },
  },
  {
    of: each(xor, (index) => (index + 1) % 4),
    mistake: { message: 'La clé commence par son deuxième octet.', hint: WITH_REMAINDER },
  },
  {
    of: each(xor, (index) => index),
    mistake: {
      message: 'À partir du cinquième octet, les données ne sont plus masquées.',
      hint: 'La clé est courte : au cinquième octet, elle reprend à son début, « i % 4 ».',
    },
  },
  {
    of: ({ data, key }) => {
      const whole = data.length - (data.length % 4);
      return [...mask(data.subarray(0, whole), key), ...data.subarray(whole)];
    },
    mistake: {
      message: 'Les derniers octets, qui ne font pas un groupe de quatre, restent en clair.',
      hint: 'La longueur n’est pas toujours un multiple de quatre : allez jusqu’au dernier octet.',
    },
  },
  {
    of: ({ data, key }) => mask(data.subarray(0, data.length - (data.length % 4)), key),
    mistake: {
      message: 'Les derniers octets, qui ne font pas un groupe de quatre, ont disparu.',
      hint: KEEP_LENGTH,
    },
  },
  {
    of: ({ data, key }) => [...mask(data.subarray(0, -1), key), 0],
    mistake: {
      message: 'Le dernier octet est resté à zéro : la boucle s’arrête un tour trop tôt.',
      hint: '« i < donnees.length » va jusqu’au dernier octet.',
    },
  },
  {
    of: ({ data, key }) => mask(data.subarray(0, 4), key),
    mistake: {
      message: 'Votre fonction s’arrête à la fin de la clé : quatre octets seulement.',
      hint: `${KEEP_LENGTH} Parcourez les données, et répétez la clé.`,
    },
  },
  {
    of: each((byte, keyByte) => (byte === 0 ? 0 : xor(byte, keyByte))),
    mistake: {
      message: 'Les octets nuls des données reviennent tels quels, sans être masqués.',
      hint: 'Zéro est un octet comme un autre : 0 ^ 0x37 vaut 0x37.',
    },
  },
  {
    of: each((byte, keyByte) => xor(byte, keyByte) & 127),
    mistake: {
      message: 'Le bit de poids fort est perdu : chaque octet est réduit à 7 bits.',
      hint: 'Un octet va de 0 à 255 : n’enlevez rien au résultat de « ^ ».',
    },
  },
  {
    of: each((byte, keyByte) => xor(byte & 127, keyByte)),
    mistake: {
      message: 'Le bit de poids fort des données est perdu : elles sont réduites à 7 bits.',
      hint: 'Les données sont des octets de 0 à 255, pas des caractères ASCII.',
    },
  },
  {
    of: ({ data, key }) => [...key, ...mask(data, key)],
    mistake: {
      message: 'La clé est rendue avec les données.',
      hint: 'Rendez les données masquées seules : la clé a sa propre place dans la trame.',
    },
  },
  {
    of: ({ data, key }) => mask(throughText(data), key),
    mistake: {
      message: 'Les octets sont passés par une chaîne, et n’en sont pas revenus tous.',
      hint: 'On masque des octets, pas des caractères : ne décodez rien.',
    },
  },
  {
    of: ({ data, key }) => mask(codeUnits(data), key),
    mistake: CHARACTERS,
  },
  {
    of: ({ data, key }) => mask(firstUnits(data), key),
    mistake: CHARACTERS,
  },
];

/** `null` when nobody knows how one comes to these bytes. */
export function recogniseMasked(actual: Uint8Array, masking: Masking): Mistake | null {
  if (masking.data.length < ENOUGH) return null;
  const known = WRONG.find(({ of }) => isSameBytes(Uint8Array.from(of(masking)), actual));
  return known?.mistake ?? null;
}

const textOf = (data: Uint8Array): string => new TextDecoder().decode(data);
const throughText = (data: Uint8Array): Uint8Array => encodeUtf8(textOf(data));

function codeUnits(data: Uint8Array): Uint8Array {
  const text = textOf(data);
  return Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

/** One for each character, as `Array.from(text, …)` walks. */
const firstUnits = (data: Uint8Array): Uint8Array =>
  Uint8Array.from(Array.from(textOf(data), (character) => character.charCodeAt(0)));
