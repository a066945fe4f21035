// A slide found by what a hurried hand types, and the one that a lost address meant.
import { describe, expect, test } from 'vitest';
import { findSlides, nearestSlide } from './find-slides.ts';

const SLIDES = [
  ['le-protocole', 'Le protocole', 'Le protocole'],
  ['le-masque-ne-chiffre-rien', 'Le masque ne chiffre rien', 'Le masque'],
  ['lire-une-trame', 'Lire une trame', 'Les trames'],
  ['l-etat-de-la-connexion', 'L’état de la connexion', 'L’API du navigateur'],
  ['fermer', 'Fermer', 'L’API du navigateur'],
  ['plan-2', '2 plans', 'L’API du navigateur'],
].map(([id = '', title = '', chapter = ''], index) => ({ id, title, chapter, number: index + 1 }));

const found = (query: string): string[] => findSlides(query, SLIDES).map(({ id }) => id);

describe('findSlides()', () => {
  test.each([
    ['3', ['lire-une-trame']],
    ['etat', ['l-etat-de-la-connexion']],
    ['ÉTAT CONN', ['l-etat-de-la-connexion']],
    ['masq chif', ['le-masque-ne-chiffre-rien']],
    ['api ferm', ['fermer']],
    ['rien masque', ['le-masque-ne-chiffre-rien']],
    ['zzz', []],
    ['  ', []],
    ['99', []],
  ])('%j finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test('puts the slide of that number before titles that begin with it', () => {
    expect(found('2')).toEqual(['le-masque-ne-chiffre-rien', 'plan-2']);
  });

  test('puts titles that begin with the query first, then the slides of a chapter', () => {
    expect(found('le')).toEqual(['le-protocole', 'le-masque-ne-chiffre-rien', 'lire-une-trame']);
  });
});

describe('nearestSlide()', () => {
  test.each([
    ['le-masque-ne-chifre-pas', 'le-masque-ne-chiffre-rien'],
    ['lire-une-trame-masquee', 'lire-une-trame'],
    ['etat-de-connexion', 'l-etat-de-la-connexion'],
  ])('takes %s for %s', (asked, id) => {
    expect(nearestSlide(asked, SLIDES)?.id).toBe(id);
  });

  test('finds none in an empty deck', () => {
    expect(nearestSlide('x', SLIDES.slice(0, 0))).toBeUndefined();
  });
});
