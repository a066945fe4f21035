import { describe, expect, test } from 'vitest';

import { withEarlierSolutions } from './supplied-files.ts';

const EARLIER = [
  { 'poignee/lire.js': 'old', 'poignee/reconnaitre.js': "import './lire.js';" },
  { 'poignee/lire.js': 'new', 'autre/seul.js': '' },
];

describe('withEarlierSolutions()', () => {
  test('supplies what is absent, from the latest solution, and names what is used', () => {
    const own = { 'poignee/serveur.js': "import { a } from './reconnaitre.js';" };
    const { files, notes } = withEarlierSolutions(own, EARLIER, ['poignee/serveur.js']);
    expect(files['poignee/lire.js']).toBe('new');
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('poignee/reconnaitre.js, poignee/lire.js');
    expect(notes[0]).not.toContain('autre/seul.js');
  });

  test('never replaces a file that is present', () => {
    const own = { 'poignee/serveur.js': "import './lire.js'", 'poignee/lire.js': 'mine' };
    const { files, notes } = withEarlierSolutions(own, EARLIER, ['poignee/serveur.js']);
    expect(files['poignee/lire.js']).toBe('mine');
    expect(notes).toEqual([]);
  });

  test('never supplies a file of the step itself, even where an earlier step wrote one of that name', () => {
    const { files } = withEarlierSolutions({}, EARLIER, ['poignee/lire.js']);
    expect(files).not.toHaveProperty(['poignee/lire.js']);
  });

  test('follows files that import each other', () => {
    const own = { 'a.js': "import './b.js'", 'b.js': "export * from './a.js'" };
    expect(withEarlierSolutions(own, EARLIER, ['a.js']).notes).toEqual([]);
  });
});
