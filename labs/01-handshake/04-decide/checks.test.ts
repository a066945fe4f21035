// The messages of step 1.4: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import { type FailureDetail, gradeStep } from '../../../src/grading/index.ts';
import { functionSubjects } from '../../../src/grading/function-subject.fixture.ts';
import { step } from './checks.ts';
import type { Request } from './requests.ts';

type Options = { readonly chemins: readonly string[] };
type Decide = (request: Request, options: Options) => unknown;

const KEY = /^[+/0-9A-Za-z]{22}==$/;

/** The rules one by one, so that a test replaces one of them. */
const RULES = {
  path: ({ cible }: Request, { chemins }: Options): unknown =>
    chemins.includes(cible.split('?')[0] ?? '') ? null : { statut: 404 },
  method: ({ methode }: Request): unknown => (methode === 'GET' ? null : { statut: 405 }),
  upgrade: ({ entetes }: Request): unknown =>
    /^websocket$/i.test(entetes.get('upgrade') ?? '') &&
    /upgrade/i.test(entetes.get('connection') ?? '')
      ? null
      : { statut: 426 },
  version: ({ entetes }: Request): unknown =>
    entetes.get('sec-websocket-version') === '13'
      ? null
      : { statut: 426, entetes: { 'Sec-WebSocket-Version': '13' } },
  key: ({ entetes }: Request): unknown =>
    KEY.test(entetes.get('sec-websocket-key') ?? '') ? null : { statut: 400 },
  yes: (): unknown => ({ statut: 101 }),
};

const decideWith =
  (changed: Partial<typeof RULES>): Decide =>
  (request, options) => {
    for (const rule of Object.values({ ...RULES, ...changed })) {
      const decision = rule(request, options);
      if (decision !== null) return decision;
    }
    return undefined;
  };

async function reportOn(decider: Decide, seed = 1) {
  const { createSubject } = functionSubjects({
    modules: () => ({ 'poignee/decider.js': { decider } }),
  });
  return gradeStep({ step: '1.4', definition: step, files: {}, createSubject, seed });
}

async function failureOf(id: string, decider: Decide): Promise<FailureDetail> {
  const verdict = (await reportOn(decider)).tests.find((each) => each.id === id);
  if (verdict?.status !== 'fail') throw new Error(`${id} is ${verdict?.status ?? 'missing'}`);
  return verdict;
}

const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('step 1.4', () => {
  test.each<[string, string, Partial<typeof RULES>]>([
    ['C1', 'refuse (400) une demande qui remplit', { key: () => ({ statut: 400 }) }],
    ['C1', 'est une chaîne, au lieu d’un nombre', { yes: () => ({ statut: '101' }) }],
    ['C1', 'rend un nombre ; le contrat demande un objet', { yes: () => 101 }],
    ['C1', '« statut » manque', { yes: () => ({ status: 101 }) }],
    ['C2', 'accepte (101) une demande sans Sec-WebSocket-Key', { key: () => null }],
    ['C2', 'statut 200, qui n’est pas un refus', { key: (r) => RULES.key(r) && { statut: 200 } }],
    ['C2', 'refuse bien', { key: (r) => RULES.key(r) && { statut: 403 } }],
    [
      'C3',
      'trop courte (YWJj, 4 caractères)',
      { key: ({ entetes }) => (entetes.has('sec-websocket-key') ? null : { statut: 400 }) },
    ],
    [
      'C5',
      'n’est pas du base64',
      {
        key: ({ entetes }) =>
          /^.{22}==$/.test(entetes.get('sec-websocket-key') ?? '') ? null : { statut: 400 },
      },
    ],
    [
      'C5',
      'en base64url',
      {
        key: ({ entetes }) =>
          /^[\w+/]{22}==$/.test(entetes.get('sec-websocket-key') ?? '') ? null : { statut: 400 },
      },
    ],
    [
      'C6',
      'caractère étranger',
      {
        key: ({ entetes }) =>
          Buffer.from(entetes.get('sec-websocket-key') ?? '', 'base64').length === 16
            ? null
            : { statut: 400 },
      },
    ],
    ['C7', 'en version 8', { version: () => null }],
    [
      'C7',
      'ne dit pas quelle version',
      { version: (r) => RULES.version(r) && { statut: 426, entetes: { allow: 'GET' } } },
    ],
    [
      'C7',
      'ne contient pas 13',
      {
        version: (r) =>
          RULES.version(r) && { statut: 400, entetes: { 'sec-websocket-version': '8' } },
      },
    ],
    [
      'C8',
      'pour /chatter',
      {
        path: ({ cible }, { chemins }) =>
          chemins.some((served) => cible.startsWith(served)) ? null : { statut: 404 },
      },
    ],
    ['C9', 'avec la méthode POST', { method: () => null }],
    ['C9', 'avec le statut 426', { method: (r) => RULES.method(r) && { statut: 426 } }],
    ['C9', 'un GET ordinaire', { upgrade: (r) => RULES.upgrade(r) && { statut: 204 } }],
    [
      'C9',
      'porte l’en-tête Sec-WebSocket-Accept',
      {
        method: (r) => RULES.method(r) && { statut: 405, entetes: { 'Sec-Websocket-Accept': '' } },
      },
    ],
  ])('%s says: %s', async (id, words, changed) => {
    const failure = await failureOf(id, decideWith(changed));
    expect(plain(failure.message)).toContain(words);
    expect(failure.sent).toMatch(/^decider\(\{ methode: '/);
    expect(failure.expected).not.toBeNull();
    expect(failure.actual).not.toBeNull();
    expect(failure.hint).not.toBeNull();
  });

  test('C1 says that the same request was accepted, then refused', async () => {
    const memory = /^[+/0-9A-Za-z]{22}==$/g;
    const decider = decideWith({
      key: ({ entetes }) =>
        memory.test(entetes.get('sec-websocket-key') ?? '') ? null : { statut: 400 },
    });
    const failure = await failureOf('C1', decider);
    expect(plain(failure.message)).toContain('acceptée une première fois');
    expect(plain(failure.hint)).toContain('« g »');
  });

  test('notes what the RFC leaves open, without failing anything', async () => {
    const lenient = await reportOn(decideWith({}));
    expect(lenient.status).toBe('pass');
    expect(lenient.notes.map(plain)).toEqual([expect.stringContaining('sans Host')]);
    const strict = decideWith({
      key: (request) => {
        const key = request.entetes.get('sec-websocket-key') ?? '';
        const canonical = Buffer.from(key, 'base64').toString('base64') === key;
        return request.entetes.has('host') && canonical ? RULES.key(request) : { statut: 400 };
      },
    });
    const report = await reportOn(strict);
    expect(report.status).toBe('pass');
    expect(report.notes.map(plain)).toEqual([expect.stringContaining('PEC==')]);
  });

  test('keeps its remarks for code that refuses some key', async () => {
    expect((await reportOn(() => ({ statut: 101 }))).notes).toEqual([]);
  });

  test('draws other requests under another seed, in every check', async () => {
    const sentUnder = async (seed: number) => {
      const refused = await reportOn(() => ({ statut: 500 }), seed);
      const accepted = await reportOn(() => ({ statut: 101 }), seed);
      return [...refused.tests, ...accepted.tests].map((each) =>
        'sent' in each ? each.sent : null,
      );
    };
    const [one, other] = [await sentUnder(1), await sentUnder(2)];
    // C1 shows the RFC's own request first.
    const same = one.filter((sent, index) => sent !== null && sent === other[index]);
    expect(same).toHaveLength(1);
  });
});
