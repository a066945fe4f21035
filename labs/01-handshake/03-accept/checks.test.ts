// The messages of step 1.3: what `graders` cannot see, since it looks at statuses only.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { type FailureDetail, gradeStep, type Verdict } from '../../../src/grading/index.ts';
import { functionSubjects } from '../../../src/grading/function-subject.fixture.ts';
import { step } from './checks.ts';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const sha1 = (text: string | Buffer) => createHash('sha1').update(text);

type Answer = (key: string) => unknown;

async function verdictsOn(calculerAccept: Answer, seed = 1): Promise<readonly Verdict[]> {
  const { createSubject } = functionSubjects({
    modules: () => ({ 'poignee/accept.js': { calculerAccept } }),
  });
  const report = await gradeStep({ step: '1.3', definition: step, files: {}, createSubject, seed });
  return report.tests;
}

async function failureOf(id: string, calculerAccept: Answer): Promise<FailureDetail> {
  const verdict = (await verdictsOn(calculerAccept)).find((test) => test.id === id);
  if (verdict?.status !== 'fail') throw new Error(`${id} is ${verdict?.status ?? 'missing'}`);
  return verdict;
}

describe('step 1.3', () => {
  test.each<[string, string, Answer]>([
    [
      'C1',
      'décode la clé',
      (key) => createHash('sha1').update(Buffer.from(key, 'base64')).update(GUID).digest('base64'),
    ],
    ['C1', 'GUID est en minuscules', (key) => sha1(key + GUID.toLowerCase()).digest('base64')],
    ['C1', 'GUID avant la clé', (key) => sha1(GUID + key).digest('base64')],
    ['C1', 'sans le GUID', (key) => sha1(key).digest('base64')],
    [
      'C1',
      'SHA-256',
      (key) =>
        createHash('sha256')
          .update(key + GUID)
          .digest('base64'),
    ],
    ['C1', 'hexadécimal', (key) => sha1(key + GUID).digest('hex')],
    [
      'C1',
      'texte hexadécimal',
      (key) => Buffer.from(sha1(key + GUID).digest('hex')).toString('base64'),
    ],
    ['C1', 'base64url', (key) => sha1(key + GUID).digest('base64url')],
    [
      'C1',
      'manque le « = »',
      (key) =>
        sha1(key + GUID)
          .digest('base64')
          .replace('=', ''),
    ],
    ['C1', 'blancs entourent', (key) => `${sha1(key + GUID).digest('base64')}\r\n`],
    ['C1', 'fin de ligne', (key) => sha1(`${key}\r\n${GUID}`).digest('base64')],
    ['C1', 'espace s’est glissée entre', (key) => sha1(`${key} ${GUID}`).digest('base64')],
    ['C1', 'l’objet qui hache', (key) => sha1(key + GUID)],
    ['C1', 'change la casse', (key) => sha1(key.toLowerCase() + GUID).digest('base64')],
    ['C1', 'chaîne vide', () => ''],
    ['C2', 'réponse de l’exemple', () => 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
    ['C2', 'change la casse', (key) => sha1(key.toUpperCase() + GUID).digest('base64')],
    ['C3', 'base64url', (key) => `${sha1(key.trim() + GUID).digest('base64url')}=`],
    ['C4', 'Une espace autour', (key) => sha1(key + GUID).digest('base64')],
    [
      'C5',
      'l’encode de nouveau',
      (key) => sha1(Buffer.from(key, 'base64').toString('base64') + GUID).digest('base64'),
    ],
  ])('%s says: %s', async (id, words, answer) => {
    const failure = await failureOf(id, answer);
    expect(failure.message.replace(/[\u00a0\u202f]/g, ' ')).toContain(words);
    expect(failure.hint).not.toBeNull();
  });

  test('C2 says that the previous answer came back', async () => {
    let previous = '';
    const late = (key: string) => {
      const answer = previous;
      previous = sha1(key.trim() + GUID).digest('base64');
      return answer;
    };
    expect((await failureOf('C2', late)).message).toContain('clé précédente');
  });

  test('every failure shows the call, what was expected and what came', async () => {
    for (const verdict of await verdictsOn(() => 'bonjour')) {
      expect(verdict).toMatchObject({ status: 'fail', actual: 'bonjour' });
      const { sent, expected } = verdict as unknown as FailureDetail;
      expect(sent).toMatch(/^calculerAccept\('/);
      expect(expected).toMatch(/^[\w+/]{27}=$/);
    }
  });

  test('draws other keys under another seed, in every check but the RFC’s own example', async () => {
    const keysUnder = async (seed: number) => {
      const keys = new Set<string>();
      await verdictsOn((key) => {
        keys.add(key);
        return sha1(key.trim() + GUID).digest('base64');
      }, seed);
      return keys;
    };
    const [one, other] = [await keysUnder(1), await keysUnder(2)];
    const common = [...one].filter((key) => other.has(key));
    // The RFC's key, x3JJ…, AgIC…, AQID… and the five forms with spaces.
    expect(common).toHaveLength(9);
    // Drawn by C2, C3, C4, C5 and C6.
    expect(one.size - common.length).toBe(2 + 1 + 2 + 1 + 20);
  });
});
