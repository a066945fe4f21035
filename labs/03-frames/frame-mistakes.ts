// The mistakes that can be told from the fields of a frame as they were read, each named in words.
import { isSameBytes, mask, type Mistake } from '../../src/grading/index.ts';
import { RFC_KEY, type SampleFrame } from './sample-frames.ts';

/** A bit has one way to be wrong; its causes are told by the frame. */
export function recogniseFin({ fin, opcode }: SampleFrame): Mistake {
  return fin
    ? {
        message: `FIN vaut 1 dans cette trame${opcode === 0 ? ', la dernière du message' : ''}, et « fin » dit le contraire.`,
        hint: 'FIN est le bit de poids fort de l’octet 0 : « (octets[0] & 0x80) !== 0 », avec les parenthèses.',
      }
    : {
        message:
          'FIN vaut 0 dans cette trame : d’autres fragments suivent, et « fin » dit le contraire.',
        hint: 'Lisez FIN dans chaque trame : « (octets[0] & 0x80) !== 0 ».',
      };
}

export function recogniseOpcode(
  actual: number,
  { opcode, fin, bytes }: SampleFrame,
): Mistake | null {
  if (actual === bytes[0] && fin) {
    return {
      message: 'C’est l’octet 0 entier, FIN compris, qui est rendu comme opcode.',
      hint: 'L’opcode tient dans les quatre bits de droite : « octets[0] & 0x0f ».',
    };
  }
  if (actual === (opcode & 7) && opcode > 7) {
    return {
      message:
        'L’opcode est lu sur trois bits : les trames de contrôle (8, 9, 10) se lisent 0, 1, 2.',
      hint: 'L’opcode a quatre bits : « octets[0] & 0x0f ».',
    };
  }
  return null;
}

type Wrong = {
  readonly isIt: (actual: Uint8Array, frame: SampleFrame, after: Uint8Array) => boolean;
  readonly mistake: Mistake;
};

const FROM_THE_PAYLOAD =
  'L’octet i des données va avec « cle[i % 4] » : i compte à partir des données, pas de la trame.';
const KEY_PLACE =
  'La clé suit la longueur : elle commence à l’octet 2, 4 ou 10, selon la forme de la longueur.';
const FOUR_TURNS = [1, 2, 3];

const wire = ({ bytes, headerSize }: SampleFrame): Uint8Array => bytes.subarray(headerSize);

/** The four bytes of the key first, as they are or combined with themselves, then what follows them. */
function holdsKey(
  actual: Uint8Array,
  { bytes, headerSize, payload }: SampleFrame,
  key: Uint8Array,
): boolean {
  if (actual.length < Math.max(1, Math.min(payload.length, 4))) return false;
  const fromKey = bytes.slice(headerSize - 4);
  return isPrefix(actual, fromKey) || isPrefix(actual, mask(fromKey, key));
}

/** In this order: the first that gives the very bytes that came is named. */
const WRONG: readonly Wrong[] = [
  {
    isIt: (actual, frame) => frame.key !== null && isSameBytes(actual, wire(frame)),
    mistake: {
      message: 'Les données sont encore masquées.',
      hint: 'Quand MASK vaut 1, combinez chaque octet des données à celui de la clé dont c’est le tour, par « ^ ».',
    },
  },
  {
    isIt: (actual, { key, headerSize, bytes, payload }) =>
      key !== null &&
      headerSize % 4 !== 0 &&
      isSameBytes(actual, mask(bytes.slice(headerSize), key, headerSize % 4)) &&
      payload.length > 0,
    mistake: {
      message: 'L’index de la clé est compté depuis le début de la trame, en-tête compris.',
      hint: FROM_THE_PAYLOAD,
    },
  },
  {
    isIt: (actual, { key, bytes, headerSize }) =>
      key !== null &&
      FOUR_TURNS.some((turn) => isSameBytes(actual, mask(bytes.slice(headerSize), key, turn))),
    mistake: {
      message:
        'La clé est la bonne, mais décalée : les données ne commencent pas à son premier octet.',
      hint: FROM_THE_PAYLOAD,
    },
  },
  {
    isIt: (actual, { key, bytes, headerSize }) =>
      key !== null && isSameBytes(actual, mask(bytes.slice(headerSize), bytes.slice(2, 6))),
    mistake: {
      message:
        'Les données sont au bon endroit, mais la clé est lue à l’octet 2, là où la longueur se prolonge.',
      hint: KEY_PLACE,
    },
  },
  {
    isIt: (actual, frame) => frame.key !== null && isSameBytes(actual, mask(wire(frame), RFC_KEY)),
    mistake: {
      message: 'La clé employée est celle de l’exemple, 37 fa 21 3d.',
      hint: 'Chaque trame porte sa propre clé : lisez-la dans la trame.',
    },
  },
  {
    isIt: (actual, frame) => frame.key !== null && holdsKey(actual, frame, frame.key),
    mistake: {
      message: 'La clé est prise pour le début des données.',
      hint: 'Dans une trame masquée, les données commencent quatre octets après la longueur.',
    },
  },
  {
    isIt: (actual, { payload }, after) =>
      after.length > 0 && actual.length > payload.length && isPrefix(payload, actual),
    mistake: {
      message: 'Les données débordent sur ce qui suit la trame.',
      hint: 'Elles s’arrêtent à leur longueur : coupez à « debut + longueur ».',
    },
  },
  {
    isIt: (actual, { payload }) =>
      payload.length > 127 && [126, 127].includes(actual.length) && isPrefix(actual, payload),
    mistake: {
      message: 'Votre fonction rend 126 ou 127 octets : elle prend le signal pour la longueur.',
      hint: '126 : la longueur est dans les octets 2 et 3. 127 : dans les octets 2 à 9.',
    },
  },
  {
    isIt: (actual, { bytes }) => actual.length > 0 && isPrefix(actual, bytes.subarray(2)),
    mistake: {
      message: 'Les données sont prises à partir de l’octet 2, alors que l’en-tête n’est pas fini.',
      hint: 'Ajoutez à l’octet 2 la longueur étendue (0, 2 ou 8 octets), puis la clé (0 ou 4).',
    },
  },
  {
    isIt: (actual, { payload }) => actual.length < payload.length && isPrefix(actual, payload),
    mistake: {
      message: 'Les données sont coupées avant leur fin.',
      hint: 'Affichez la longueur que vous lisez dans l’en-tête, et celle des octets que vous avez.',
      isGeneral: true,
    },
  },
];

function isPrefix(start: Uint8Array, whole: Uint8Array): boolean {
  return start.length <= whole.length && start.every((byte, index) => byte === whole[index]);
}

const NOTHING = new Uint8Array();

/** `null` when nobody knows how one comes to these bytes. `after`: what followed the frame. */
export function recogniseBytes(
  actual: Uint8Array,
  frame: SampleFrame,
  after: Uint8Array = NOTHING,
): Mistake | null {
  return WRONG.find(({ isIt }) => isIt(actual, frame, after))?.mistake ?? null;
}
