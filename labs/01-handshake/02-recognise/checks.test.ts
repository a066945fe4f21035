// The messages and remarks of step 1.2: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import { type FailureDetail, gradeStep, type Report } from '../../../src/grading/index.ts';
import { functionSubjects } from '../../../src/grading/function-subject.fixture.ts';
import { step } from './checks.ts';
import type { Request } from './sample-requests.ts';

type Answer = (request: Request) => unknown;
type Rules = { readonly [Rule in keyof typeof RULES]?: Answer };

const tokens = (value = '') => value.split(',').map((token) => token.trim().toLowerCase());

const RULES = {
  method: ({ methode }: Request) => methode === 'GET',
  version: ({ version }: Request) => version === '1.1',
  upgrade: ({ entetes }: Request) => entetes.get('upgrade')?.toLowerCase() === 'websocket',
  connection: ({ entetes }: Request) => tokens(entetes.get('connection')).includes('upgrade'),
};

/** A right answer, in which some rules are replaced. */
const withRules =
  (rules: Rules): Answer =>
  (request) =>
    Object.values({ ...RULES, ...rules }).every((rule) => Boolean(rule(request)));

function reportOn(estDemandeWebSocket: Answer, seed = 1): Promise<Report> {
  const modules = () => ({ 'poignee/reconnaitre.js': { estDemandeWebSocket } });
  const { createSubject } = functionSubjects({ modules });
  return gradeStep({ step: '1.2', definition: step, files: {}, createSubject, seed });
}

async function failureOf(id: string, answer: Answer): Promise<FailureDetail> {
  const verdict = (await reportOn(answer)).tests.find((test) => test.id === id);
  if (verdict?.status !== 'fail') throw new Error(`${id} is ${verdict?.status ?? 'missing'}`);
  return verdict;
}

const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const upgradeOf = ({ entetes }: Request) => entetes.get('upgrade') ?? '';
const connectionOf = ({ entetes }: Request) => entetes.get('connection') ?? '';

function once(): Answer {
  let seen = 0;
  return (request) => (seen++ === 0 ? withRules({})(request) : false);
}

describe('step 1.2', () => {
  test('accepts, without a remark, the answer on which the wrong ones below are built', async () => {
    const { status, notes } = await reportOn(withRules({}));
    expect({ status, notes }).toEqual({ status: 'pass', notes: [] });
  });

  test.each<[string, string, string, string, Answer]>([
    ['C1', 'refuse une demande en règle', 'la demande entière', 'Map', () => false],
    ['C1', 'change de réponse', 'la demande entière', 'Ne gardez rien', once()],
    ['C1', 'refuse une demande en règle', 'la demande entière', 'return', () => undefined],
    [
      'C2',
      'refuse « Upgrade: WebSocket »',
      'en-tête « upgrade » : WebSocket',
      'sans la casse',
      withRules({ upgrade: (request) => upgradeOf(request) === 'websocket' }),
    ],
    [
      'C3',
      'refuse « Connection: upgrade »',
      'en-tête « connection » : upgrade',
      'casse',
      withRules({ connection: (request) => connectionOf(request) === 'Upgrade' }),
    ],
    [
      'C3',
      'refuse « Connection: keep-alive, Upgrade »',
      'en-tête « connection » : keep-alive, Upgrade',
      'liste',
      withRules({ connection: (request) => /^upgrade$/i.test(connectionOf(request)) }),
    ],
    [
      'C3',
      'refuse « Connection: keep-alive,␉Upgrade »',
      'en-tête « connection » : keep-alive,␉Upgrade',
      'tabulations',
      withRules({ connection: (request) => /(^|,) *upgrade *(,|$)/i.test(connectionOf(request)) }),
    ],
    [
      'C4',
      'accepte la méthode POST',
      'propriété « methode » : POST',
      'GET',
      withRules({ method: () => true }),
    ],
    [
      'C4',
      'rend un tableau',
      'propriété « methode » : POST',
      'booléen',
      (request) => [withRules({})(request)].filter(Boolean),
    ],
    [
      'C5',
      'sans « upgrade »',
      'en-tête absent : upgrade',
      'les deux',
      withRules({ upgrade: () => true }),
    ],
    [
      'C5',
      'sans « connection »',
      'en-tête absent : connection',
      'les deux',
      withRules({ connection: () => true }),
    ],
    [
      'C6',
      'accepte « Upgrade: h2c »',
      'en-tête « upgrade » : h2c',
      'websocket',
      withRules({ upgrade: ({ entetes }) => entetes.has('upgrade') }),
    ],
    [
      'C6',
      'accepte « Upgrade: (vide) »',
      'en-tête « upgrade » : (vide)',
      'websocket',
      withRules({
        upgrade: ({ entetes }) => /^(websocket)?$/i.test(entetes.get('upgrade') ?? 'x'),
      }),
    ],
    [
      'C7',
      'accepte « Connection: upgrade-insecure »',
      'en-tête « connection » : upgrade-insecure',
      'en entier',
      withRules({ connection: (request) => /\bupgrade\b/i.test(connectionOf(request)) }),
    ],
    [
      'C8',
      'accepte une demande en HTTP/1.0',
      'propriété « version » : 1.0',
      '1.0',
      withRules({ version: () => true }),
    ],
  ])('%s says: %s', async (id, words, where, hint, answer) => {
    const failure = await failureOf(id, answer);
    expect(plain(failure.message)).toContain(words);
    expect(plain(failure.where)).toBe(where);
    expect(plain(failure.hint)).toContain(hint);
    expect(failure.sent).toMatch(/^estDemandeWebSocket\(\{ methode: '/);
  });

  test('says that a header which is absent made the function throw', async () => {
    const crash: Answer = (request) => {
      if (!request.entetes.has('upgrade')) throw new TypeError('toLowerCase of undefined');
      return withRules({})(request);
    };
    expect((await failureOf('C5', crash)).message).toContain('a lancé une exception');
  });

  test.each<[string, Answer]>([
    [
      'Upgrade: websocket, h2c',
      withRules({ upgrade: (request) => tokens(upgradeOf(request)).includes('websocket') }),
    ],
    ['sans clé', (request) => withRules({})(request) && request.entetes.has('sec-websocket-key')],
    ['true ou false', (request) => (withRules({})(request) ? 'oui' : '')],
  ])('only remarks what the contract leaves open: %s', async (words, answer) => {
    const { status, notes } = await reportOn(answer);
    expect(status).toBe('pass');
    expect(notes.map(plain)).toEqual([expect.stringContaining(words)]);
  });

  test('remarks twice on a name that is only contained', async () => {
    const contained = withRules({ upgrade: (request) => /websocket/i.test(upgradeOf(request)) });
    const { status, notes } = await reportOn(contained);
    expect(status).toBe('pass');
    expect(notes.map(plain)).toEqual([
      expect.stringContaining('websocket, h2c'),
      expect.stringContaining('websockets'),
    ]);
  });

  test('takes 1 and 0 for a boolean, without a remark', async () => {
    const { status, notes } = await reportOn((request) => Number(withRules({})(request)));
    expect({ status, notes }).toEqual({ status: 'pass', notes: [] });
  });

  test('draws another request under another seed, in every check', async () => {
    const requestsUnder = async (seed: number) => {
      const seen = new Set<string>();
      await reportOn((request) => {
        seen.add(JSON.stringify([request, ...request.entetes]));
        return withRules({})(request);
      }, seed);
      return seen;
    };
    const [one, other] = [await requestsUnder(1), await requestsUnder(2)];
    // One each in C1, C2, C5, C6 and C8; in C3 a case and a list; in C4 two methods; in C7 three lists.
    const drawn = [...one].filter((request) => !other.has(request));
    expect(drawn).toHaveLength(5 + 2 + 2 + 3);
  });
});
