// Each failure that a user can mend is one French sentence; the others are not hidden.
import { expect, test } from 'vitest';
import { buildFailure, listenFailure } from './failures.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['EADDRINUSE', '--port 4322'],
  ['EACCES', '1023'],
  ['EADDRNOTAVAIL', '10.0.0.1'],
  ['ENOTFOUND', '10.0.0.1'],
])('listening that fails with %s says what to do', (code, said) => {
  const sentence = listenFailure(failure(code), { port: 4321, host: '10.0.0.1' });
  expect(sentence).toContain(said);
  expect(sentence).not.toContain('\n');
});

test('a failure to listen that nobody foresaw is not hidden behind a sentence', () => {
  expect(listenFailure(failure('EMFILE'), { port: 1, host: null })).toBeNull();
});

test.each(['EACCES', 'EPERM', 'EROFS'])('a build stopped by %s names the folder', (code) => {
  const wrapped = new Error('astro', { cause: failure(code) });
  expect(buildFailure(wrapped, '/un dossier/dist')).toContain('/un dossier/dist');
  expect(buildFailure(failure(code), '/un dossier/dist')).toContain('droit d’écriture');
});

test('any other failure of the build gives its reason', () => {
  expect(buildFailure(failure('ENOSPC'), 'dist')).toContain('disque');
  expect(buildFailure(new Error('labs/01 : titre absent'), 'dist')).toContain('titre absent');
  expect(buildFailure('texte', 'dist')).toContain('texte');
});
