// Where a slide that corrects the old deck leads.
import { expect, test } from 'vitest';
import { errataLink } from './errata-link.ts';

test.each([
  ['E5.1', '/errata/#e5-1', 'Erratum E5.1'],
  ['E5.3 E6.10', '/errata/#e5-3', 'Errata E5.3, E6.10'],
  [' E1,E2 ', '/errata/#e1', 'Errata E1, E2'],
])('%j leads to %s and lists « %s »', (ids, href, title) => {
  expect(errataLink({ 'data-errata': ids })).toEqual({ href, title });
});

test('a slide that corrects nothing has no link', () => {
  expect(errataLink({})).toBeUndefined();
  expect(errataLink({ 'data-errata': ' ' })).toBeUndefined();
});
