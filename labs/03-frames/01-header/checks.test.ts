// The messages of step 3.1, and what hidden programs would try: what `graders` cannot see, since it looks at statuses only.
import { describe, expect, test } from 'vitest';

import {
  failureOfProgram,
  plainSpaces,
  PROGRAM_PATIENCE,
} from '../../../src/cli/program-report.fixture.ts';
import { createProcessSubject } from '../../../src/cli/process-subject/process-subject.ts';
import { gradeStep } from '../../../src/grading/index.ts';
import { step } from './checks.ts';
import { FIELDS, MODULE } from './fields.ts';
import { recogniseField } from './mistakes.ts';

const fieldOf = (name: string) => {
  const field = FIELDS.find((each) => each.name === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field;
};

describe('step 3.1', () => {
  test.each([
    ['starter/', 'C1', '« rsv1 » manque'],
    ['wrong/raw-bits.js', 'C1', 'resté à sa place'],
    ['wrong/precedence.js', 'C7', 'dernier bit de l’octet 0'],
    ['wrong/inverted-fin.js', 'C7', 'est inversé'],
    ['wrong/three-bits-of-opcode.js', 'C4', 'trois bits'],
    ['wrong/whole-byte-as-opcode.js', 'C7', 'l’octet 0 entier'],
    ['wrong/opcode-minus-fin.js', 'C7', 'sans FIN seulement'],
    ['wrong/mask-in-the-first-byte.js', 'C7', '« masque » est lu dans l’octet 0'],
    ['wrong/mask-bit-in-length.js', 'C5', 'bit MASK compris'],
    ['wrong/rsv-from-the-right.js', 'C7', '« rsv1 » rend le bit de « rsv3 »'],
    ['wrong/rsv2-forgotten.js', 'C7', '« rsv2 » vaut toujours 0'],
    ['wrong/six-bits-of-length.js', 'C6', 'six bits'],
    ['wrong/reserved-opcode-refused.js', 'C7', 'elle doit seulement les lire'],
    ['wrong/bits-as-text.js', 'C1', '« fin » est une chaîne'],
    ['wrong/opcode-named.js', 'C1', '« opcode » est une chaîne'],
    ['wrong/english-names.js', 'C1', '« masque » manque'],
    ['wrong/flags-kept.js', 'C7', 'au milieu des autres'],
  ])(
    '%s fails %s: %s',
    async (name, id, words) => {
      const failure = await failureOfProgram('3.1', name, id);
      expect(plainSpaces(failure.message)).toContain(words);
      expect(failure.sent).toMatch(/^lireDeuxOctets\(0x[\da-f]{2}, 0x[\da-f]{2}\)$/);
      expect(failure.expected).not.toBeNull();
      expect(failure.actual).not.toBe(failure.expected);
      expect(failure.hint).not.toBeNull();
    },
    PROGRAM_PATIENCE,
  );

  test(
    'C7 names the first wrong pair, whatever the order of the calls, and its field',
    async () => {
      const failure = await failureOfProgram('3.1', 'wrong/opcode-minus-fin.js', 'C7');
      expect(failure.sent).toBe('lireDeuxOctets(0x10, 0x00)');
      expect(plainSpaces(failure.where)).toBe(
        'octet 0 = 0x10 = 0001 0000 : l’opcode, les bits 3 à 0',
      );
      const last = await failureOfProgram('3.1', 'wrong/last-pair-wrong.js', 'C7');
      expect(last.sent).toBe('lireDeuxOctets(0xff, 0xff)');
    },
    PROGRAM_PATIENCE,
  );
});

describe('recogniseField()', () => {
  test('names nothing where two mistakes give the same value', () => {
    // Bit 0 of 0x01, or a constant.
    expect(recogniseField(fieldOf('fin'), [{ pair: [0x01, 0x03], value: 1 }])).toBeNull();
  });

  test('names nothing where all is right', () => {
    expect(recogniseField(fieldOf('opcode'), [{ pair: [0x89, 0x05], value: 9 }])).toBeNull();
  });

  test('takes a value that the field cannot have as a sign', () => {
    const mistake = recogniseField(fieldOf('opcode'), [
      { pair: [0x89, 0x05], value: null },
      { pair: [0x71, 0x05], value: 0x71 },
    ]);
    expect(plainSpaces(mistake?.message ?? null)).toBe('L’opcode est l’octet 0 entier.');
  });
});

const READ = `
const lire = (o0, o1) => ({
  fin: o0 >> 7, rsv1: (o0 >> 6) & 1, rsv2: (o0 >> 5) & 1, rsv3: (o0 >> 4) & 1,
  opcode: o0 & 15, masque: o1 >> 7, longueur7: o1 & 127,
});`;

/** The verdict of C7 on `lireDeuxOctets`, written as the body of a function of `o0` and `o1`. */
async function exhaustive(body: string, seed = 1): Promise<string | undefined> {
  const source = `${READ}\nconst vus = [];\nexport function lireDeuxOctets(o0, o1) { ${body} }`;
  const { tests } = await gradeStep({
    step: '3.1',
    definition: step,
    files: { [MODULE]: source },
    createSubject: createProcessSubject,
    seed,
    deadline: 10_000,
  });
  return tests.find(({ id }) => id === 'C7')?.status;
}

describe('C7', () => {
  test(
    'calls every pair once, after the six examples',
    async () => {
      const once = `vus.push(o0 * 256 + o1);
        if (vus.length <= 6) return lire(o0, o1);
        const before = vus.indexOf(o0 * 256 + o1, 6);
        return vus.length < 3000 && before !== vus.length - 1 ? null : lire(o0, o1);`;
      expect(await exhaustive(once)).toBe('pass');
      expect(await exhaustive('return o0 === 0x3c && o1 === 0xa5 ? null : lire(o0, o1);')).toBe(
        'fail',
      );
    },
    PROGRAM_PATIENCE,
  );

  test(
    'calls them in an order that the seed decides',
    async () => {
      const inOrder = `vus.push(o0 * 256 + o1);
        return vus.length < 7 || vus.at(-1) === (vus.at(-2) + 1) % 65536 ? lire(o0, o1) : null;`;
      expect(await exhaustive(inOrder)).toBe('fail');
    },
    PROGRAM_PATIENCE,
  );

  test(
    'takes results that need a timer',
    async () => {
      const late = 'return new Promise((give) => setTimeout(give, 3, lire(o0, o1)));';
      expect(await exhaustive(late)).toBe('pass');
    },
    PROGRAM_PATIENCE,
  );

  test(
    'gives the realm a turn on its way, so that thousands of slow calls are no silence',
    async () => {
      const waiting = `vus.push(o0);
        if (vus.length === 1000) Promise.resolve().then(() => { vus.turn = true; });
        return vus.length > 6000 && vus.turn !== true ? null : lire(o0, o1);`;
      expect(await exhaustive(waiting)).toBe('pass');
    },
    PROGRAM_PATIENCE,
  );
});
