import { describe, expect, test } from 'vitest';

import { textDifference } from './compare-text.ts';

const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('textDifference()', () => {
  test('says nothing about equal texts', () => {
    expect(textDifference('s3pP', 's3pP')).toBeNull();
  });

  test.each([
    ['s3pP', 's3PP', 'caractère 3 : « p » attendu, « P » reçu'],
    ['s3pP', 's3', 'la chaîne s’arrête après 2 caractères sur 4'],
    ['s3pP', '', 'la chaîne est vide ; 4 caractères attendus'],
    ['s3pP', 's3pP\r\n', '2 caractères de trop à la fin : « ␍␊ »'],
    ['s3pP', 's3pP ', '1 caractère de trop à la fin : « ␠ »'],
    ['a😀b', 'a😀c', 'caractère 3 : « b » attendu, « c » reçu'],
  ])('of %j, says where %j leaves it', (expected, actual, sentence) => {
    expect(spaced(textDifference(expected, actual) ?? '')).toBe(sentence);
  });
});
