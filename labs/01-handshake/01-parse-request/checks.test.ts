// The messages of step 1.1: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import { type FailureDetail, gradeStep, type Verdict } from '../../../src/grading/index.ts';
import { functionSubjects } from '../../../src/grading/function-subject.fixture.ts';
import { step } from './checks.ts';

type Read = (text: string) => unknown;
type Parts = {
  readonly methode: string;
  readonly cible: string;
  readonly version: string;
  readonly entetes: Map<string, string>;
};
type Habits = {
  readonly lines?: (text: string) => readonly string[];
  readonly cut?: (line: string) => readonly [string, string];
  readonly store?: (entetes: Map<string, string>, name: string, value: string) => void;
};

/** A right reading, in which one habit at a time can be replaced. */
function read(text: string, habits: Habits = {}): Parts | null {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [first = '', ...lines] = habits.lines?.(text) ?? text.slice(0, end).split('\r\n');
  const [methode = '', cible = '', protocol = ''] = first.split(' ');
  const entetes = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const [name, value] = habits.cut?.(line) ?? [
      line.slice(0, colon).toLowerCase(),
      line.slice(colon + 1).trim(),
    ];
    const old = entetes.get(name);
    if (habits.store !== undefined) habits.store(entetes, name, value);
    else entetes.set(name, old === undefined ? value : `${old}, ${value}`);
  }
  return { methode, cible, version: protocol.slice(5), entetes };
}

const cutting =
  (cut: (line: string) => readonly [string, string]): Read =>
  (text) =>
    read(text, { cut });
const storing =
  (store: NonNullable<Habits['store']>): Read =>
  (text) =>
    read(text, { store });
const changing =
  (change: (parts: Parts) => unknown): Read =>
  (text) => {
    const parts = read(text);
    return parts === null ? null : change(parts);
  };
/** Repetitions go in a list, in a plain object: `__proto__` finds `Object.prototype` there, and gives the object a list for a prototype. */
const inPlainObjectOfLists: Read = changing((parts) => {
  const entetes: Record<string, unknown> = {};
  for (const [name, value] of parts.entetes) {
    entetes[name] = entetes[name] === undefined ? value : [entetes[name], value];
  }
  return { ...parts, entetes };
});
const nameOf = (line: string) => line.slice(0, line.indexOf(':')).toLowerCase();
const restOf = (line: string) => line.slice(line.indexOf(':') + 1);

async function verdictsOn(lireRequete: Read, seed = 1): Promise<readonly Verdict[]> {
  const modules = () => ({ 'poignee/lire.js': { lireRequete } });
  const { createSubject } = functionSubjects({ modules });
  const report = await gradeStep({ step: '1.1', definition: step, files: {}, createSubject, seed });
  return report.tests;
}

async function failureOf(id: string, lireRequete: Read): Promise<FailureDetail> {
  const verdict = (await verdictsOn(lireRequete)).find((test) => test.id === id);
  if (verdict?.status !== 'fail') throw new Error(`${id} is ${verdict?.status ?? 'missing'}`);
  return verdict;
}

const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

describe('step 1.1', () => {
  test('accepts the reading on which the wrong ones below are built', async () => {
    const verdicts = await verdictsOn((text) => read(text));
    expect(verdicts.map((verdict) => verdict.status)).toEqual(Array(9).fill('pass'));
  });

  test.each<[string, string, Read]>([
    ['C1', 'rend undefined ; le contrat demande un objet', () => undefined],
    ['C1', 'rend null alors que la ligne vide est là', () => null],
    ['C1', 'un tableau', changing((parts) => Object.values(parts))],
    [
      'C1',
      '« methode » manque',
      changing(({ methode, ...rest }) => ({ method: methode, ...rest })),
    ],
    ['C1', '« version » est un nombre', changing((all) => ({ ...all, version: 1.1 }))],
    [
      'C1',
      'garde le nom du protocole',
      changing((all) => ({ ...all, version: `HTTP/${all.version}` })),
    ],
    ['C1', 'fin de ligne reste', changing((all) => ({ ...all, version: `${all.version}\r` }))],
    [
      'C1',
      'casse de « methode » a changé',
      changing((all) => ({ ...all, methode: all.methode.toLowerCase() })),
    ],
    ['C1', 'celle d’une autre requête', changing((all) => ({ ...all, cible: '/chat' }))],
    [
      'C1',
      'n’est plus celle qui est écrite',
      changing((all) => ({ ...all, cible: decodeURI(all.cible) })),
    ],
    ['C1', 'a perdu ce qui suit', changing((all) => ({ ...all, cible: all.cible.split('?')[0] }))],
    ['C1', 'n’est pas celle de la première ligne', changing((all) => ({ ...all, methode: 'GET' }))],
    [
      'C1',
      'ligne vide est rangée',
      changing((all) => ({ ...all, entetes: all.entetes.set('', '') })),
    ],
    [
      'C1',
      'première ligne est rangée',
      changing((all) => ({ ...all, entetes: all.entetes.set('get /chat http/1.1', '') })),
    ],
    [
      'C2',
      '« sec-websocket-version » manque',
      (text) => read(text, { lines: () => text.split('\r\n').slice(0, -2).toSpliced(1, 1) }),
    ],
    [
      'C3',
      '« HOST » n’est pas en minuscules',
      cutting((line) => [line.slice(0, line.indexOf(':')), restOf(line).trim()]),
    ],
    [
      'C4',
      'ligne est restée entière',
      cutting((line) => {
        const [name = '', ...rest] = line.split(': ');
        return [name.toLowerCase(), rest.join(': ').trim()];
      }),
    ],
    ['C4', 'retour chariot', cutting((line) => [nameOf(line), `${restOf(line).trim()}\r`])],
    ['C4', 'blancs restent', cutting((line) => [nameOf(line), restOf(line)])],
    ['C4', 'manque le début', cutting((line) => [nameOf(line), restOf(line).slice(1).trim()])],
    [
      'C4',
      'à l’intérieur',
      cutting((line) => [nameOf(line), restOf(line).trim().replace(/\s+/g, ' ')]),
    ],
    [
      'C5',
      'coupée à son premier',
      cutting((line) => [nameOf(line), line.split(':')[1]?.trim() ?? '']),
    ],
    [
      'C5',
      'nom rendu contient',
      cutting((line) => [
        line.slice(0, line.lastIndexOf(':')).toLowerCase(),
        line.slice(line.lastIndexOf(':') + 1).trim(),
      ]),
    ],
    ['C6', 'seule sa dernière', storing((all, name, value) => all.set(name, value))],
    [
      'C6',
      'seule sa première',
      storing((all, name, value) => all.set(name, all.get(name) ?? value)),
    ],
    [
      'C6',
      'dans l’ordre reçu',
      storing((all, name, value) => {
        const old = all.get(name);
        all.set(name, old === undefined ? value : `${value}, ${old}`);
      }),
    ],
    [
      'C6',
      'virgule et une espace',
      storing((all, name, value) => {
        const old = all.get(name);
        all.set(name, old === undefined ? value : `${old},${value}`);
      }),
    ],
    [
      'C6',
      'se sont perdues',
      storing((all, name, value) => {
        all.set(name, [...new Set([...(all.get(name)?.split(', ') ?? []), value])].join(', '));
      }),
    ],
    [
      'C6',
      'virgule précède',
      storing((all, name, value) => {
        all.set(name, `${all.get(name) ?? ''}, ${value}`);
      }),
    ],
    [
      'C6',
      'Le texte « undefined »',
      storing((all, name, value) => {
        all.set(name, `${String(all.get(name))}, ${value}`);
      }),
    ],
    ['C7', 'rend undefined ; le contrat demande null', (text) => read(text) ?? undefined],
    ['C7', 'une chaîne', (text) => read(text) ?? ''],
    ['C7', 'rend une requête alors', (text) => read(text) ?? {}],
    [
      'C7',
      'au-delà de la ligne vide',
      (text) => read(text, { lines: () => text.split('\r\n').filter((line) => line !== '') }),
    ],
    [
      'C7',
      'au-delà de la ligne vide',
      (text) => {
        const lines = text.slice(0, text.lastIndexOf('\r\n\r\n')).split('\r\n');
        const kept = lines.filter((line, index) => index === 0 || line.includes(':'));
        return read(text, { lines: () => kept });
      },
    ],
    [
      'C8',
      'casse de la valeur',
      cutting((line) => [nameOf(line), restOf(line).trim().toLowerCase()]),
    ],
    ['C9', 'votre objet a changé de prototype', inPlainObjectOfLists],
    [
      'C9',
      '« __proto__ » manque',
      changing((all) => ({
        ...all,
        entetes: [...all.entetes].reduce<Record<string, string>>((object, [name, value]) => {
          object[name] = value;
          return object;
        }, {}),
      })),
    ],
    [
      'C9',
      'quelque chose que vous n’avez pas rangé',
      changing((all) => {
        const seen: Record<string, () => string> = {};
        const entries = [...all.entetes].map(([name, value]) => {
          const old = name === '__proto__' ? undefined : seen[name];
          return [name, old === undefined ? value : `${String(old)}, ${value}`] as const;
        });
        return { ...all, entetes: new Map(entries) };
      }),
    ],
  ])('%s says: %s', async (id, words, lireRequete) => {
    const failure = await failureOf(id, lireRequete);
    expect(plain(failure.message)).toContain(words);
    expect(failure.hint).not.toBeNull();
    expect(failure.sent).toMatch(/^lireRequete\('/);
    expect(failure.expected).not.toBeNull();
    expect(failure.actual).not.toBeNull();
  });

  test.each([
    [
      'kept in one table',
      (all: Map<string, string>, name: string, value: string) => all.set(name, value),
    ],
    [
      'joined in one table',
      (all: Map<string, string>, name: string, value: string) => {
        const old = all.get(name);
        return all.set(name, old === undefined ? value : `${old}, ${value}`);
      },
    ],
  ])('C1 tells headers of another request, %s', async (_how, store) => {
    const shared = new Map<string, string>();
    const failure = await failureOf('C1', (text) => {
      const parts = read(text);
      if (parts === null) return null;
      for (const [name, value] of parts.entetes) store(shared, name, value);
      return { ...parts, entetes: shared };
    });
    expect(failure.message).toContain('autre requête');
  });

  test('shows the one header that is wrong, and the character', async () => {
    const failure = await failureOf(
      'C5',
      cutting((line) => {
        const [name = '', value = ''] = line.split(':');
        return [name.toLowerCase(), value.trim()];
      }),
    );
    expect(failure).toMatchObject({
      expected: 'origin: http://example.com',
      actual: 'origin: http',
    });
    expect(plain(failure.where)).toBe(
      'valeur de « origin », la chaîne s’arrête après 4 caractères sur 18',
    );
  });

  test('draws other texts under another seed, in every check', async () => {
    const textsUnder = async (seed: number) => {
      const texts = new Set<string>();
      await verdictsOn((text) => {
        texts.add(text);
        return read(text);
      }, seed);
      return texts;
    };
    const [one, other] = [await textsUnder(1), await textsUnder(2)];
    // C1, C2, C4, C8 draw one text each, C3, C5, C6 and C9 two, C7 a cut and two ends.
    expect([...one].filter((text) => !other.has(text))).toHaveLength(4 + 8 + 3);
  });
});
