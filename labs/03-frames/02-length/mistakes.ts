// The mistakes of step 3.2 that can be told from the length they give, each named in words.
import type { Mistake } from '../../../src/grading/index.ts';
import { type Header, lengthEnd } from './headers.ts';

type Wrong = { readonly of: (view: DataView) => bigint; readonly mistake: Mistake };

const NETWORK_ORDER =
  'L’octet de poids fort vient d’abord : « octets[2] * 256 + octets[3] » sur 16 bits.';
const WHOLE = 'Les 8 octets forment un seul nombre : « vue.getBigUint64(2) », ou haut × 2³² + bas.';
const NO_SHIFT =
  '« << » et « | » travaillent sur 32 bits signés : multipliez par 256, ou lisez avec DataView.';

const KEPT_MASK: Wrong = {
  of: (view) => BigInt(view.getUint8(1)),
  mistake: {
    message: 'La longueur est l’octet 1 entier, bit MASK compris.',
    hint: 'Sept bits seulement : « octets[1] & 0x7f ».',
  },
};

const COUNTED_KEY: Wrong = {
  of: (view) => BigInt(view.getUint8(1) & 0x7f) + 4n,
  mistake: {
    message: 'La longueur compte aussi les 4 octets de la clé.',
    hint: 'Elle compte les données seules ; la clé fait partie de l’en-tête.',
  },
};

const SIGNAL: Wrong = {
  of: (view) => BigInt(view.getUint8(1) & 0x7f),
  mistake: {
    message: 'Votre fonction prend 126 ou 127 pour la longueur ; ce sont des signaux.',
    hint: '126 : la longueur est dans les 2 octets suivants. 127 : dans les 8 suivants.',
  },
};

const IN_16_BITS: readonly Wrong[] = [
  {
    of: (view) => BigInt(view.getInt16(2)),
    mistake: {
      message: 'Les 16 bits sont lus comme un nombre signé : la longueur est négative.',
      hint: 'Une longueur n’a pas de signe : « getUint16 », « readUInt16BE ».',
    },
  },
  {
    of: (view) => BigInt(view.getUint16(2, true)),
    mistake: { message: 'Les deux octets sont lus à l’envers.', hint: NETWORK_ORDER },
  },
  {
    of: (view) => BigInt(view.getUint8(2)),
    mistake: { message: 'Seul l’octet 2 est lu.', hint: NETWORK_ORDER },
  },
  {
    of: (view) => BigInt(view.getUint8(3)),
    mistake: { message: 'Seul l’octet 3 est lu.', hint: NETWORK_ORDER },
  },
  {
    of: (view) => BigInt(view.getUint8(2) + view.getUint8(3)),
    mistake: { message: 'Les deux octets sont additionnés.', hint: NETWORK_ORDER },
  },
];

const IN_64_BITS: readonly Wrong[] = [
  {
    of: (view) => BigInt(view.getUint32(2)),
    mistake: {
      message: 'Seuls les 4 premiers des 8 octets sont lus, ceux de poids fort.',
      hint: WHOLE,
    },
  },
  {
    of: (view) => BigInt(view.getUint32(6)),
    mistake: { message: 'Seuls les 4 derniers des 8 octets sont lus.', hint: WHOLE },
  },
  {
    of: (view) => BigInt(view.getInt32(6)),
    mistake: {
      message:
        'La longueur sort des 32 bits signés de « << » ou « | » : elle devient négative, ou tronquée.',
      hint: NO_SHIFT,
    },
  },
  {
    of: (view) => BigInt(view.getInt32(2) | view.getInt32(6)),
    mistake: {
      message: 'Les décalages de plus de 31 bits font le tour : les deux moitiés se mélangent.',
      hint: NO_SHIFT,
    },
  },
  {
    of: (view) => view.getBigUint64(2, true),
    mistake: { message: 'Les 8 octets sont lus à l’envers.', hint: NETWORK_ORDER },
  },
  {
    of: (view) => BigInt(view.getUint32(2)) + (BigInt(view.getUint32(6)) << 32n),
    mistake: { message: 'Les deux moitiés de 32 bits sont échangées.', hint: WHOLE },
  },
  {
    of: (view) => BigInt(view.getUint16(2)),
    mistake: {
      message: 'Seuls 2 octets sont lus, alors que 127 en annonce 8.',
      hint: WHOLE,
    },
  },
  {
    of: (view) => BigInt(view.getUint32(2)) + BigInt(view.getUint32(6)),
    mistake: {
      message: 'Les deux moitiés sont additionnées sans décaler la première.',
      hint: WHOLE,
    },
  },
];

/** The one known mistake that gives this length; `null` when none does, or several do. */
export function recogniseLength(actual: bigint, header: Header): Mistake | null {
  const { bytes } = header;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = lengthEnd(header);
  const kept = view.getUint8(1) > 127 ? [KEPT_MASK] : [];
  const extended = end === 4 ? IN_16_BITS : IN_64_BITS;
  const wrongs =
    end === 2 ? [...kept, ...kept.map(() => COUNTED_KEY)] : [SIGNAL, ...kept, ...extended];
  const fitting = wrongs.filter(({ of }) => of(view) === actual);
  // Zero is what anything gives that reads elsewhere; on 64 bits, it is mostly the high half.
  if (end === 4 && (fitting.length > 1 || actual === 0n)) return null;
  return fitting[0]?.mistake ?? null;
}
