// The mistakes of step 3.3 that can be told from the frame they give, each named in words.
import { encodeUtf8, isSameBytes, mask, type Mistake } from '../../../src/grading/index.ts';

type Asked = {
  readonly opcode: number;
  readonly data: string | Uint8Array;
  readonly options?: { readonly fin?: boolean; readonly cle?: Uint8Array | null };
};

/** The parts of a frame, each of which may be wrong. */
type Parts = {
  readonly byte0: number;
  readonly maskBit: number;
  readonly length: readonly number[];
  readonly key: Uint8Array;
  readonly payload: Uint8Array;
};

type Wrong = {
  /** `null` where the mistake cannot be made. */
  readonly of: (parts: Parts, asked: Asked) => Parts | null;
  readonly mistake: Mistake;
};

const BYTES_FIRST =
  'Encodez d’abord : « new TextEncoder().encode(donnees) ». Puis mesurez ces octets.';
const THREE_FORMS =
  'Jusqu’à 125 : la longueur. Jusqu’à 65 535 : 126 et 2 octets. Au-delà : 127 et 8 octets.';
const NETWORK_ORDER = 'Poids fort d’abord : 256 s’écrit 01 00.';
const ALL_THREE =
  'Il faut le bit MASK dans l’octet 1, les 4 octets de la clé, et les données masquées.';

const bigEndian = (length: number, size: number): number[] =>
  Array.from({ length: size }, (_, index) => Math.floor(length / 256 ** (size - 1 - index)) % 256);

/** The 7 bits, then what extends them. */
function lengthBytes(length: number): number[] {
  if (length <= 125) return [length];
  return length <= 0xffff ? [126, ...bigEndian(length, 2)] : [127, ...bigEndian(length, 8)];
}

const NO_KEY = new Uint8Array();

const WRONG: readonly Wrong[] = [
  {
    of: (parts, { data }) =>
      typeof data === 'string' ? { ...parts, length: lengthBytes(data.length) } : null,
    mistake: {
      message: 'La longueur compte les caractères du texte, au lieu de ses octets.',
      hint: BYTES_FIRST,
    },
  },
  {
    of: (parts, { data, options }) => {
      if (typeof data !== 'string') return null;
      const units = Uint8Array.from({ length: data.length }, (_, index) => data.charCodeAt(index));
      const payload = parts.key.length === 0 ? units : mask(units, options?.cle ?? parts.key);
      return { ...parts, payload, length: lengthBytes(data.length) };
    },
    mistake: {
      message: 'Chaque caractère du texte est écrit sur un seul octet.',
      hint: BYTES_FIRST,
    },
  },
  {
    of: (parts, { data, options }) => {
      if (typeof data !== 'string') return null;
      const firsts = Uint8Array.from(Array.from(data, (character) => character.charCodeAt(0)));
      const payload = parts.key.length === 0 ? firsts : mask(firsts, options?.cle ?? parts.key);
      return { ...parts, payload, length: lengthBytes(firsts.length) };
    },
    mistake: {
      message: 'Chaque caractère du texte est écrit sur un seul octet.',
      hint: BYTES_FIRST,
    },
  },
  {
    of: (parts, { data, options }) => {
      if (typeof data === 'string') return null;
      const numbers = encodeUtf8(data.join(','));
      const payload = parts.key.length === 0 ? numbers : mask(numbers, options?.cle ?? parts.key);
      return { ...parts, payload, length: lengthBytes(numbers.length) };
    },
    mistake: {
      message: 'Les octets reçus sont écrits en nombres, dans un texte : « 72,101,… ».',
      hint: "« donnees » est parfois déjà fait d’octets : n’encodez que si « typeof donnees === 'string' ».",
    },
  },
  {
    of: (parts) => ({ ...parts, byte0: parts.byte0 | 0x80 }),
    mistake: {
      message: 'FIN est à 1, alors que « fin » vaut false.',
      hint: 'L’octet 0 est « (fin ? 0x80 : 0) | opcode ».',
    },
  },
  {
    of: (parts) => ({ ...parts, byte0: parts.byte0 & 0x7f }),
    mistake: {
      message: 'FIN est à 0, alors que la trame finit le message.',
      hint: '« fin » vaut true par défaut, même quand « options » n’est pas donné.',
    },
  },
  {
    of: (parts) => ({ ...parts, byte0: (parts.byte0 & 0x80) | 1 }),
    mistake: {
      message: 'L’opcode est toujours 1, celui du texte.',
      hint: 'Écrivez celui que l’on vous passe : « (fin ? 0x80 : 0) | opcode ».',
    },
  },
  {
    of: (parts, asked) => ({ ...parts, maskBit: 0, key: NO_KEY, payload: clear(parts, asked) }),
    mistake: { message: 'La clé est ignorée : la trame n’est pas masquée.', hint: ALL_THREE },
  },
  {
    of: (parts) => ({ ...parts, maskBit: 0 }),
    mistake: {
      message: 'Le bit MASK est à 0, alors que la clé et les données masquées sont là.',
      hint: 'L’octet 1 est « 0x80 | longueur » quand il y a une clé.',
    },
  },
  {
    of: (parts, asked) => ({ ...parts, payload: clear(parts, asked) }),
    mistake: {
      message: 'La clé est dans la trame, mais les données sont en clair.',
      hint: ALL_THREE,
    },
  },
  {
    of: (parts) => ({ ...parts, key: NO_KEY }),
    mistake: {
      message: 'Les données sont masquées, mais la clé n’est pas dans la trame.',
      hint: ALL_THREE,
    },
  },
  {
    of: (parts, asked) => {
      const start = 1 + parts.length.length + parts.key.length;
      return parts.key.length === 0
        ? null
        : { ...parts, payload: mask(clear(parts, asked), parts.key, start) };
    },
    mistake: {
      message: 'La clé est comptée depuis le début de la trame, au lieu du début des données.',
      hint: 'L’octet i des données va avec « cle[i % 4] ».',
    },
  },
  {
    of: (parts) => ({ ...parts, length: [parts.payload.length % 256] }),
    mistake: { message: 'La longueur est écrite sur l’octet 1 seul.', hint: THREE_FORMS },
  },
  {
    of: (parts) => ({ ...parts, length: [126, ...bigEndian(parts.payload.length, 2)] }),
    mistake: {
      message: 'La longueur est écrite sur 2 octets, alors qu’une autre forme s’impose.',
      hint: THREE_FORMS,
    },
  },
  {
    of: (parts) => ({ ...parts, length: [127, ...bigEndian(parts.payload.length, 8)] }),
    mistake: {
      message: 'La longueur est écrite sur 8 octets, alors qu’une forme plus courte suffit.',
      hint: THREE_FORMS,
    },
  },
  {
    of: ({ length, ...parts }) => {
      const [form = 0, ...extended] = length;
      return { ...parts, length: [form, ...extended.toReversed()] };
    },
    mistake: {
      message: 'La longueur est écrite à l’envers, octet de poids faible d’abord.',
      hint: NETWORK_ORDER,
    },
  },
  {
    of: ({ length, ...parts }) =>
      length.length < 9
        ? null
        : { ...parts, length: [127, ...length.slice(5), ...length.slice(1, 5)] },
    mistake: {
      message: 'Les deux moitiés de la longueur sont échangées.',
      hint: 'Sur 8 octets, les 4 premiers sont ceux de poids fort : ici, des zéros.',
    },
  },
  {
    of: ({ length, ...parts }) =>
      length.length < 9
        ? null
        : { ...parts, length: [127, ...length.slice(5), ...length.slice(5)] },
    mistake: {
      message: 'Les 4 premiers octets de la longueur répètent les 4 derniers.',
      hint: '« n >> 56 » vaut « n >> 24 » : les décalages font le tour à 32. Écrivez 4 zéros, ou « setBigUint64 ».',
    },
  },
  {
    of: ({ length, ...parts }) =>
      length.length < 9 ? null : { ...parts, length: [127, ...length.slice(5)] },
    mistake: {
      message: 'La longueur n’a que 4 octets, alors que 127 en annonce 8.',
      hint: THREE_FORMS,
    },
  },
  {
    of: ({ length: _, ...parts }) =>
      parts.key.length === 0 ? null : { ...parts, length: lengthBytes(parts.payload.length + 4) },
    mistake: {
      message: 'La longueur compte aussi la clé.',
      hint: 'Elle compte les données seules ; la clé fait partie de l’en-tête.',
    },
  },
];

const clear = ({ key, payload }: Parts, { options }: Asked): Uint8Array =>
  key.length === 0 ? payload : mask(payload, options?.cle ?? key);

/** The first known mistake that gives these bytes; `null` when none does. */
export function recogniseFrame(actual: Uint8Array, asked: Asked): Mistake | null {
  const { opcode, data, options } = asked;
  const payload = typeof data === 'string' ? encodeUtf8(data) : data;
  const key = options?.cle ?? NO_KEY;
  const right: Parts = {
    byte0: (options?.fin === false ? 0 : 0x80) | opcode,
    maskBit: key.length === 0 ? 0 : 0x80,
    length: lengthBytes(payload.length),
    key,
    payload: key.length === 0 ? payload : mask(payload, key),
  };
  const known = WRONG.find(({ of }) => {
    const parts = of(right, asked);
    return parts !== null && isSameBytes(assemble(parts), actual);
  });
  return known?.mistake ?? null;
}

function assemble({ byte0, maskBit, length, key, payload }: Parts): Uint8Array {
  const [length7 = 0, ...extended] = length;
  const header = [byte0, maskBit | length7, ...extended, ...key];
  const frame = new Uint8Array(header.length + payload.length);
  frame.set(header);
  frame.set(payload, header.length);
  return frame;
}
