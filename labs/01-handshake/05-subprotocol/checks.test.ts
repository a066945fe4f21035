// The messages of step 1.5: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import { type FailureDetail, gradeStep } from '../../../src/grading/index.ts';
import { functionSubjects } from '../../../src/grading/function-subject.fixture.ts';
import { step } from './checks.ts';
import { namesIn } from './offers.ts';

type Choose = (offre: string | undefined, acceptes: string[]) => unknown;

const honest: Choose = (offre, acceptes) =>
  namesIn(offre).find((name) => acceptes.includes(name)) ?? null;
const common = (offre: string | undefined, acceptes: string[]) =>
  namesIn(offre).filter((name) => acceptes.includes(name));

async function reportOn(choisirSousProtocole: Choose, seed = 1) {
  const { createSubject } = functionSubjects({
    modules: () => ({ 'poignee/sousprotocole.js': { choisirSousProtocole } }),
  });
  return gradeStep({ step: '1.5', definition: step, files: {}, createSubject, seed });
}

async function failureOf(id: string, choose: Choose): Promise<FailureDetail> {
  const verdict = (await reportOn(choose)).tests.find((each) => each.id === id);
  if (verdict?.status !== 'fail') throw new Error(`${id} is ${verdict?.status ?? 'missing'}`);
  return verdict;
}

const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('step 1.5', () => {
  test('accepts an honest answer without a remark', async () => {
    expect(await reportOn(honest)).toMatchObject({ status: 'pass', notes: [] });
  });

  test.each<[string, string, Choose]>([
    ['C1', 'l’ordre du serveur', (o, a) => a.find((name) => namesIn(o).includes(name)) ?? null],
    ['C1', 'l’offre entière', (o) => o],
    ['C1', 'alors qu’un nom est commun', () => null],
    ['C2', 'undefined ; le contrat demande null', (o, a) => honest(o, a) ?? undefined],
    ['C2', "rend '' ; le contrat demande null", (o, a) => honest(o, a) ?? ''],
    ['C2', 'false ; le contrat demande null', (o, a) => honest(o, a) ?? false],
    ['C2', 'que le serveur ne parle pas', (o, a) => honest(o, a) ?? namesIn(o)[0]],
    ['C2', 'que le client n’a pas proposé', (o, a) => honest(o, a) ?? a[0]],
    ['C3', 'a lancé une exception', (o, a) => honest(o!.trim(), a)],
    ['C4', 'Des blancs restent', (o, a) => o?.split(',').find((n) => a.includes(n.trim())) ?? null],
    [
      'C4',
      'null alors qu’un nom est commun',
      (o, a) => o?.split(', ').find((n) => a.includes(n)) ?? null,
    ],
    [
      'C5',
      'un morceau de nom',
      (o, a) => namesIn(o).find((n) => a.some((m) => n.includes(m))) ?? null,
    ],
    [
      'C5',
      'dont la casse diffère',
      (o, a) => namesIn(o).find((n) => a.some((m) => m.toLowerCase() === n.toLowerCase())) ?? null,
    ],
    ['C6', 'colle plusieurs noms', (o, a) => common(o, a).join('') || null],
    ['C6', 'plusieurs noms à la fois', (o, a) => common(o, a).toReversed().join(', ') || null],
    ['C6', 'rend une liste', (o, a) => common(o, a)],
    ['C6', 'un objet ; le contrat demande un nom', (o, a) => ({ choix: honest(o, a) })],
    ['C7', 'modifie la liste', (o, a) => honest(o, a.sort())],
  ])('%s says: %s', async (id, words, choose) => {
    const failure = await failureOf(id, choose);
    expect(plain(failure.message)).toContain(words);
    expect(failure.sent).toMatch(/^choisirSousProtocole\((?:'|undefined)/);
    expect(failure.expected).not.toBeNull();
    expect(failure.actual).not.toBeNull();
    expect(failure.hint).not.toBeNull();
  });

  test.each<[string, string, Choose]>([
    [
      'a return that stops in a forEach',
      'dans un « forEach »',
      (o, a) => {
        for (const forgotten of [common(o, a)]) forgotten.forEach((name) => name);
        return null;
      },
    ],
  ])(
    'of a name that was not returned, C1 suspects %s, and no blank',
    async (_what, words, choose) => {
      const { hint } = await failureOf('C1', choose);
      expect(plain(hint)).toContain(words);
      expect(plain(hint)).not.toContain('tabulation');
    },
  );

  test('of a name that was not looked at, C1 names no mistake: the misconception is guessed', async () => {
    const firstOnly: Choose = (o, a) =>
      namesIn(o)
        .slice(0, 1)
        .find((n) => a.includes(n)) ?? null;
    const failure = await failureOf('C1', firstOnly);
    expect(plain(failure.hint)).toContain('nom par nom');
    expect(failure).not.toHaveProperty('isNamed', true);
    const lost = await failureOf('C1', () => null);
    expect(lost).toHaveProperty('isNamed', true);
  });

  test('of a name that was not found among blanks, C4 suspects the blanks', async () => {
    const cutAtCommaAndSpace: Choose = (o, a) => o?.split(', ').find((n) => a.includes(n)) ?? null;
    expect(plain((await failureOf('C4', cutAtCommaAndSpace)).hint)).toContain('tabulation');
  });

  test('C7 shows the list before and after', async () => {
    const failure = await failureOf('C7', (o, a) => {
      const choice = honest(o, a);
      a.length = 0;
      return choice;
    });
    expect(failure.actual).toBe('[]');
    expect(failure.expected).toMatch(/^\['.+', '.+', '.+'\]$/);
  });

  test('draws other names under another seed, in every check', async () => {
    const seenUnder = async (seed: number) => {
      const seen = new Set<string>();
      await reportOn((offre, acceptes) => {
        seen.add(`${offre ?? ''}|${acceptes.join()}`);
        return honest(offre, acceptes);
      }, seed);
      return seen;
    };
    const [one, other] = [await seenUnder(1), await seenUnder(2)];
    const fixed = [...one].filter((each) => other.has(each));
    expect(fixed.length).toBeLessThan(one.size / 3);
  });
});
