// The acts of which scenes are made, as a check writes them.
import type { Random } from '../../../src/grading/index.ts';
import type { Act } from './room-model.ts';

export const enters = (who: number): Act => ({ act: 'entrer', who });
export const leaves = (who: number): Act => ({ act: 'sortir', who });

/** `more`: properties that the message has besides those of the protocol. */
export function joins(who: number, pseudo: string, more: object = {}): Act {
  const text = JSON.stringify({ type: 'rejoindre', pseudo, ...more });
  return { act: 'recevoir', who, text, said: { type: 'rejoindre', pseudo } };
}

export function says(who: number, texte: string, more: object = {}): Act {
  const text = JSON.stringify({ type: 'dire', texte, ...more });
  return { act: 'recevoir', who, text, said: { type: 'dire', texte } };
}

/** Text that step 5.4 refuses. */
export const babbles = (who: number, text: string): Act => ({
  act: 'recevoir',
  who,
  text,
  said: { type: 'other' },
});

const NAMES = ['Zoé', 'Léa', 'Noël', 'Inès', 'Chloé', 'Andréa', 'Anaïs', 'Gaël'];

/** So many pseudonyms, all different, accents, capitals and a number from `lowest` to `highest` in each. */
export function drawPseudos(
  random: Random,
  count: number,
  [lowest, highest]: readonly [number, number] = [10, 99],
): readonly string[] {
  const names = [...NAMES];
  return Array.from({ length: count }, () => {
    const [name = ''] = names.splice(random.integer(0, names.length - 1), 1);
    return `${name}${random.integer(lowest, highest)}`;
  });
}

export function drawText(random: Random): string {
  return `${random.pick(['Bonjour', 'Ça va ?', 'é€😀', '<b>oui</b>', '"', '\\'])} ${random.integer(1000, 9999)}`;
}

export const INVALID = [
  '',
  'bonjour',
  '{"type":"dire"',
  'null',
  '[]',
  '7',
  '"dire"',
  '{}',
  '{"type":"danser"}',
  '{"type":"constructor"}',
  '{"type":"__proto__"}',
  '{"type":"dire"}',
  '{"type":"dire","texte":7}',
  '{"type":"dire","texte":"   "}',
  '{"type":"rejoindre"}',
  '{"type":"rejoindre","pseudo":null}',
  '{"type":"rejoindre","pseudo":" "}',
  `{"type":"rejoindre","pseudo":"${'a'.repeat(21)}"}`,
  `{"type":"dire","texte":"${'a'.repeat(281)}"}`,
] as const;
