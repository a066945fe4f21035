// The cards say what the codec enforces, and all of it.
import { describe, expect, test } from 'vitest';
import { isSendableCloseCode } from '../../wire/index.ts';
import { CARDS, EMITTERS, emitterTable, explain, placedTable } from './cards.ts';
import { closeCodesForm } from './static.ts';

const card = (name: string) => {
  const found = CARDS.find((it) => it.name === name);
  if (found === undefined) throw new Error(`There is no card ${name}`);
  return found;
};

describe('CARDS', () => {
  test('are 1000 to 1015, then the two ranges that applications may use', () => {
    const codes = Array.from({ length: 16 }, (_, index) => String(1000 + index));
    expect(CARDS.map(({ name }) => name)).toEqual([...codes, '3000 à 3999', '4000 à 4999']);
  });

  test('are emitted by nobody exactly where no Close frame may carry them', () => {
    for (const { name, sentBy } of CARDS) {
      expect(sentBy === 'nobody', name).toBe(!isSendableCloseCode(Number.parseInt(name, 10)));
    }
  });

  test.each([
    ['1000', 'both'],
    ['1004', 'nobody'],
    ['1005', 'nobody'],
    ['1006', 'nobody'],
    ['1010', 'client'],
    ['1011', 'server'],
    ['1015', 'nobody'],
    ['4000 à 4999', 'both'],
  ])('gives %s to « %s »', (name, sentBy) => {
    expect(card(name).sentBy).toBe(sentBy);
  });

  test('are open to pages for 1000 and 3000 to 4999 only', () => {
    const open = CARDS.filter(({ inPages }) => inPages).map(({ name }) => name);
    expect(open).toEqual(['1000', '3000 à 3999', '4000 à 4999']);
  });
});

describe('what is said', () => {
  test('names the emitter, the meaning and the source, and what a page may do', () => {
    expect(explain(card('1006'), false)).toMatch(
      /1006.*personne.*ne voyage jamais.*§7\.4\.1.*refuse/,
    );
    expect(explain(card('1000'), true)).toMatch(/en effet.*peut le donner/);
  });

  test('marks, in words, a card that was placed elsewhere first', () => {
    const board = String(placedTable(new Map([[card('1010'), false]])));
    expect(board).toMatch(/1010<span[^>]*>, à revoir/);
    expect(board.match(/<tr>/g)).toHaveLength(1 + EMITTERS.length);
  });

  test('shows every card once, on paper', () => {
    for (const { name } of CARDS) {
      expect(String(emitterTable()).split(`<strong>${name}</strong>`)).toHaveLength(2);
    }
    expect(closeCodesForm.html({})).toContain('Personne');
  });
});
