// Grades step 2.1: nothing but questions. Here is what the seed decides of the one that is drawn.
import { type BytesMistake, defineStep, type Random } from '../../../src/grading/index.ts';
import { drawKey } from '../keys.ts';

type Item = {
  readonly key: Uint8Array;
  /** From 4 to 11: the key has begun again, once or twice. */
  readonly index: number;
  readonly byte: number;
};

const hexadecimal = (byte: number): string => (byte & 0xff).toString(16).padStart(2, '0');

/** Draws until every mistake gives a byte of its own: then each can be told from the others. */
function drawItem(random: Random): Item {
  for (;;) {
    const item = {
      key: drawKey(random),
      index: random.integer(4, 11),
      byte: random.integer(0x21, 0x7e),
    };
    const answers = [rightByte(item), ...mistakesOf(item).map(({ answer }) => answer)];
    if (new Set(answers).size === answers.length) return item;
  }
}

const keyByte = ({ key, index }: Item): number => key[index % 4] ?? 0;
const rightByte = (item: Item): string => hexadecimal(item.byte ^ keyByte(item));

/** The texts are shown as they are: no Markdown. */
function mistakesOf(item: Item): readonly BytesMistake[] {
  const { key, index, byte } = item;
  const [mine, byteText, place] = [keyByte(item), hexadecimal(byte), index % 4];
  const right = hexadecimal(mine);
  const remainder = `L’octet d’indice ${index} va avec l’octet d’indice ${index} % 4 = ${place} de la clé, ${right}.`;
  const others = [0, 1, 2, 3]
    .filter((other) => other !== place)
    .map((other) => ({
      answer: hexadecimal(byte ^ (key[other] ?? 0)),
      explanation: `Vous combinez ${byteText} à ${hexadecimal(key[other] ?? 0)}. ${remainder}`,
    }));
  return [
    ...others,
    {
      answer: hexadecimal(byte | mine),
      explanation: `C’est ${byteText} ou ${right} : où les deux bits valent 1, le ou exclusif donne 0.`,
    },
    {
      answer: hexadecimal(byte & mine),
      explanation: `C’est ${byteText} et ${right} : le ou exclusif donne 1 où les bits diffèrent.`,
    },
    {
      answer: hexadecimal(byte + mine),
      explanation: `C’est l’addition de ${byteText} et ${right} : le ou exclusif traite chaque bit à part, sans retenue.`,
    },
    {
      answer: byteText,
      explanation: `C’est l’octet en clair. La clé recommence tous les quatre octets : il en reste toujours un pour lui. ${remainder}`,
    },
    {
      answer: right,
      explanation: `C’est l’octet de la clé, le bon. Il reste à le combiner à ${byteText}.`,
    },
  ];
}

export const step = defineStep({
  exports: {},
  checks: [],
  draws: {
    transfert: (random) => {
      const item = drawItem(random);
      return {
        values: {
          cle: Array.from(item.key, hexadecimal).join(' '),
          indice: String(item.index),
          octet: hexadecimal(item.byte),
        },
        bytes: rightByte(item),
        explanation: `${item.index} % 4 = ${item.index % 4} : ${hexadecimal(item.byte)} ^ ${hexadecimal(keyByte(item))} = ${rightByte(item)}.`,
        mistakes: mistakesOf(item),
      };
    },
  },
});
