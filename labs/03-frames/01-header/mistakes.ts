// The mistakes of step 3.1 that can be told from the values they give, each named in words.
import type { Mistake } from '../../../src/grading/index.ts';
import type { Field, FieldName, Pair } from './field.ts';
import { expectedOf, FIELDS } from './fields.ts';

/** A value that came for a field, with the bytes that were read; `null`: one that the field cannot have. */
export type Seen = { readonly pair: Pair; readonly value: number | null };

type Wrong = { readonly of: (pair: Pair) => number; readonly mistake: Mistake };

const WEIGHTS: Readonly<Partial<Record<FieldName, number>>> = {
  fin: 0x80,
  rsv1: 0x40,
  rsv2: 0x20,
  rsv3: 0x10,
  masque: 0x80,
};

const hex = (byte: number): string => `0x${byte.toString(16)}`;
const bit = (byte: number, weight: number): number => Number((byte & weight) !== 0);

/** What is true of any bit: how it is isolated. */
function wrongBits(field: Field, weight: number): readonly Wrong[] {
  const { name, byte } = field;
  const o = `o${byte}`;
  const shift = Math.log2(weight);
  return [
    {
      of: (pair) => pair[byte] & weight,
      mistake: {
        message: `« ${name} » vaut ${weight} : le bit est isolé, mais il est resté à sa place.`,
        hint: `Comparez à zéro, « (${o} & ${hex(weight)}) !== 0 », ou décalez de ${shift} bits vers la droite.`,
      },
    },
    {
      of: (pair) => 1 - bit(pair[byte], weight),
      mistake: {
        message: `« ${name} » est inversé.`,
        hint: `Le bit à 1 donne true : « (${o} & ${hex(weight)}) !== 0 ».`,
      },
    },
    {
      of: (pair) => pair[byte] & 1,
      mistake: {
        message: `« ${name} » est lu dans le dernier bit de l’octet ${byte}.`,
        hint: `« === » passe avant « & » : mettez des parenthèses, « (${o} & ${hex(weight)}) === ${hex(weight)} ».`,
      },
    },
    {
      of: (pair) => bit(pair[1 - byte] ?? 0, weight),
      mistake: {
        message: `« ${name} » est lu dans l’octet ${1 - byte}.`,
        hint: `Il est dans l’octet ${byte}, « ${o} ».`,
      },
    },
    {
      of: (pair) => Number(pair[byte].toString(2)[7 - shift] === '1'),
      mistake: {
        message: `« ${name} » est lu dans un texte trop court : en base 2, 0x05 s’écrit « 101 », sans ses zéros de gauche.`,
        hint: `Complétez à huit chiffres, « ${o}.toString(2).padStart(8, '0') », ou isolez le bit, « ${o} & ${hex(weight)} ».`,
      },
    },
    ...otherBits(field, weight),
    ...shifts(field, shift),
    ...constants(field),
  ];
}

/** Another of the named bits of byte 0 was taken for this one. */
function otherBits({ name, byte }: Field, weight: number): readonly Wrong[] {
  if (byte !== 0) return [];
  return FIELDS.flatMap((other) => {
    const taken = WEIGHTS[other.name];
    if (taken === undefined || other.byte !== 0 || other.name === name) return [];
    return [
      {
        of: ([o0]: Pair) => bit(o0, taken),
        mistake: {
          message: `« ${name} » rend le bit de « ${other.name} ».`,
          hint: `De gauche à droite : FIN 0x80, RSV1 0x40, RSV2 0x20, RSV3 0x10. Ici, ${hex(weight)}.`,
        },
      },
    ];
  });
}

/** Shifted by this much or one less, with the neighbours on the left still there. */
function shifts({ name, byte }: Field, shift: number): readonly Wrong[] {
  return [shift, shift - 1].map((count) => ({
    of: (pair: Pair) => pair[byte] >> count,
    mistake: {
      message: `« ${name} » garde aussi des bits voisins.`,
      hint: `Décalez de ${shift} bits, puis ne gardez que le dernier : « (o${byte} >> ${shift}) & 1 ».`,
    },
  }));
}

function constants({ name }: Field): readonly Wrong[] {
  return [0, 1].map((value) => ({
    of: () => value,
    mistake: {
      message: `« ${name} » vaut toujours ${value}, quels que soient les octets.`,
      hint: 'Calculez-le avec les deux octets reçus.',
    },
  }));
}

const FOUR_BITS = 'L’opcode est fait des quatre bits de droite : « o0 & 0x0f ».';
const SEVEN_BITS = 'La longueur est faite des sept bits de droite de l’octet 1 : « o1 & 0x7f ».';

const WRONG_OPCODES: readonly Wrong[] = [
  {
    of: ([o0]) => o0 & 7,
    mistake: {
      message: 'L’opcode est réduit à trois bits : un Ping (9) se lit alors 1, donc texte.',
      hint: FOUR_BITS,
    },
  },
  { of: ([o0]) => o0, mistake: { message: 'L’opcode est l’octet 0 entier.', hint: FOUR_BITS } },
  {
    of: ([o0]) => o0 & 0x7f,
    mistake: {
      message: 'L’opcode est l’octet 0 sans FIN seulement : les bits RSV y sont encore.',
      hint: FOUR_BITS,
    },
  },
  {
    of: ([o0]) => o0 - 0x80,
    mistake: {
      message: 'L’opcode est l’octet 0 moins 128, comme si FIN valait toujours 1.',
      hint: FOUR_BITS,
    },
  },
  {
    of: ([o0]) => o0 >> 4,
    mistake: {
      message: 'L’opcode est lu dans les quatre bits de gauche : ceux de FIN et des RSV.',
      hint: 'Ses quatre bits sont déjà à droite, il n’y a rien à décaler : « o0 & 0x0f ».',
    },
  },
  {
    of: ([, o1]) => o1 & 0x0f,
    mistake: {
      message: 'L’opcode est lu dans l’octet 1.',
      hint: 'Il est dans l’octet 0 : « o0 & 0x0f ».',
    },
  },
];

const WRONG_LENGTHS: readonly Wrong[] = [
  {
    of: ([, o1]) => o1,
    mistake: {
      message: 'La longueur est l’octet 1 entier, bit MASK compris.',
      hint: SEVEN_BITS,
    },
  },
  {
    of: ([, o1]) => o1 & 0x3f,
    mistake: { message: 'La longueur est réduite à six bits.', hint: SEVEN_BITS },
  },
  {
    of: ([, o1]) => o1 - 0x80,
    mistake: {
      message: 'La longueur est l’octet 1 moins 128, comme si MASK valait toujours 1.',
      hint: SEVEN_BITS,
    },
  },
  {
    of: ([, o1]) => o1 >> 1,
    mistake: {
      message: 'La longueur est décalée d’un bit : elle perd le dernier, et garde MASK.',
      hint: SEVEN_BITS,
    },
  },
  {
    of: ([, o1]) => ({ 126: 2, 127: 8 })[o1 & 0x7f] ?? o1 & 0x7f,
    mistake: {
      message: 'La longueur rendue est celle du champ qui suit, en octets.',
      hint: '126 et 127 se rendent tels quels : la suite se lira à l’étape 3.2.',
    },
  },
  {
    of: ([, o1]) => Math.min(o1 & 0x7f, 125),
    mistake: {
      message: 'La longueur est limitée à 125.',
      hint: '126 et 127 se rendent tels quels : la suite se lira à l’étape 3.2.',
    },
  },
  {
    of: ([o0]) => o0 & 0x7f,
    mistake: {
      message: 'La longueur est lue dans l’octet 0.',
      hint: SEVEN_BITS,
    },
  },
];

function wrongsOf(field: Field): readonly Wrong[] {
  if (field.name === 'opcode') return WRONG_OPCODES;
  if (field.name === 'longueur7') return WRONG_LENGTHS;
  return wrongBits(field, WEIGHTS[field.name] ?? 0);
}

/** The one known mistake that gives all of `seen`, at least one of them wrong; `null` when none does, or several do. */
export function recogniseField(field: Field, seen: readonly Seen[]): Mistake | null {
  if (seen.every(({ pair, value }) => value === expectedOf(field, pair))) return null;
  const fitting = wrongsOf(field).filter(({ of }) =>
    seen.every(({ pair, value }) =>
      value === null ? !isPossible(field, of(pair)) : of(pair) === value,
    ),
  );
  const messages = new Set(fitting.map(({ mistake }) => mistake.message));
  return messages.size === 1 ? (fitting[0]?.mistake ?? null) : null;
}

function isPossible({ kind }: Field, value: number): boolean {
  return value >= 0 && value <= (kind === 'bit' ? 1 : 127);
}
