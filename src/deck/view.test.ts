// Which of the two ways to read the slides opens, for each address and screen.
import { expect, test } from 'vitest';
import { chooseView } from './view.ts';

test.each([
  ['', false, 'deck'],
  ['', true, 'page'],
  ['?vue=diapos', true, 'deck'],
  ['?vue=page', false, 'page'],
  ['?vue=apercu', true, 'preview'],
  ['?vue=autre', false, 'deck'],
])('%j on a phone (%s) opens the %s', (search, phone, view) => {
  expect(chooseView(search, () => phone)).toBe(view);
});
