// The questions of the course are whole, point to chapters that exist, and a broken file says what is wrong.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDeck } from '../deck/load-deck.ts';
import { BrokenCourse } from './broken-course.ts';
import { loadQuiz, parseQuiz } from './quiz.ts';

const ROOT = join(import.meta.dirname, '../..');

/** One question in YAML, whole unless `change` breaks it. */
const question = (change: Record<string, unknown> = {}): string =>
  JSON.stringify([
    {
      id: 'qui-masque',
      chapter: 'masque',
      text: 'Qui ?',
      source: 'RFC 6455 §5.1',
      options: [
        { label: 'Le client', because: 'Toujours.', right: true },
        { label: 'Le serveur', because: 'Jamais.' },
      ],
      ...change,
    },
  ]);

describe('slides/questions.yaml', () => {
  test('has at least thirty questions, each with its source', async () => {
    const questions = await loadQuiz(ROOT);
    expect(questions.length).toBeGreaterThanOrEqual(30);
    expect(
      questions.filter(({ source }) => !/§|MDN|OWASP|exécuté|ocumentation/.test(source)),
    ).toEqual([]);
  });

  test('asks of chapters that the deck has, and of each that teaches', async () => {
    const deck = await loadDeck(join(ROOT, 'slides'));
    const names = deck.chapters.map(({ file }) => file.replace(/^\d+-|\.md$/g, ''));
    const asked = new Set((await loadQuiz(ROOT)).map(({ chapter }) => chapter));
    expect([...asked].filter((chapter) => !names.includes(chapter))).toEqual([]);
    expect(names.filter((name) => !asked.has(name))).toEqual(['ouverture', 'travaux']);
  });

  test('favours no place for the right answer', async () => {
    const questions = await loadQuiz(ROOT);
    const places = [0, 1, 2].map(
      (place) => questions.filter(({ options }) => options[place]?.right === true).length,
    );
    expect(Math.min(...places)).toBeGreaterThan(questions.length / 5);
  });
});

describe('parseQuiz()', () => {
  test('reads a question, its options in an order that its id decides', () => {
    const [read] = parseQuiz(question());
    expect(read?.options.map(({ right }) => right).toSorted()).toEqual([false, true]);
    expect(parseQuiz(question())).toEqual(parseQuiz(question()));
  });

  test.each([
    [{ options: [{ label: 'a', because: 'b', right: true }] }, /au moins deux choix/],
    [
      { options: Array(2).fill({ label: 'a', because: 'b' }) },
      /un seul choix juste\s: il y en a 0/,
    ],
    [
      { options: Array(2).fill({ label: 'a', because: 'b', right: true }) },
      /un seul choix juste\s: il y en a 2/,
    ],
    [{ id: 'Qui Masque' }, /minuscules et tirets/],
    [{ text: '' }, /text/],
    [{ indice: 'aucun' }, /indice/],
  ])('refuses %j with a sentence', (change, sentence) => {
    expect(() => parseQuiz(question(change))).toThrow(BrokenCourse);
    expect(() => parseQuiz(question(change))).toThrow(sentence);
  });

  test('refuses a file that is no YAML, and an id that serves twice', () => {
    expect(() => parseQuiz('- [')).toThrow(/YAML illisible/);
    const [whole] = JSON.parse(question()) as unknown[];
    const twice = JSON.stringify([whole, whole]);
    expect(() => parseQuiz(twice)).toThrow(/sert deux fois/);
  });
});
