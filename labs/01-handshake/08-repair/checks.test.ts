// The messages of step 1.8, from its own wrong programs: what `graders` cannot see, since it looks at statuses only.
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { candidatesOf, loadCourse, stepAt } from '../../../src/catalog/index.ts';
import { createProcessSubject } from '../../../src/cli/process-subject/process-subject.ts';
import { gradeStep } from '../../../src/grading/index.ts';
import { step } from './checks.ts';

/** A child process for each program, on a machine that may be busy. */
const PATIENCE = 60_000;

const course = await loadCourse(path.join(import.meta.dirname, '../../..'));
const published = stepAt(course, '1.8');
const candidates = published === null ? [] : candidatesOf(course, published);

describe('step 1.8', () => {
  test.each([
    ['starter/', 'C1', 'que ce client n’a pas proposé', 'chatsuperchat'],
    ['wrong/line-removed.js', 'C1', 'quel sous-protocole est choisi', 'seulement : Upgrade'],
    ['wrong/all-in-common.js', 'C1', 'une liste de sous-protocoles', 'chat, superchat'],
    ['wrong/found-inside-a-name.js', 'C2', 'que ce client n’a pas proposé', 'Protocol: chat'],
    ['wrong/split-at-comma-and-space.js', 'C2', 'quel sous-protocole est choisi', 'seulement : '],
    ['wrong/undefined-as-a-name.js', 'C3', 'écrit « undefined »', 'undefined'],
    ['wrong/empty-line-without-choice.js', 'C3', 'ligne Sec-WebSocket-Protocol vide', 'Protocol:'],
    ['wrong/cut-at-four.js', 'C3', 'n’en a proposé aucun', 'Protocol: chat'],
    ['wrong/first-offered.js', 'C4', 'que ce serveur n’accepte pas', 'inconnu'],
    ['wrong/offer-in-lower-case.js', 'C4', 'que ce client n’a pas proposé', 'Protocol: chat'],
    ['wrong/refused-when-unknown.js', 'C4', 'refuse (400)', 'HTTP/1.1 400'],
  ])(
    '%s fails %s: %s',
    async (name, id, words, actual) => {
      const files = candidates.find((each) => each.name === name)?.files ?? {};
      const report = await gradeStep({
        step: '1.8',
        definition: step,
        files,
        createSubject: createProcessSubject,
        seed: 1,
        deadline: 10_000,
      });
      const verdict = report.tests.find((each) => each.id === id);
      if (verdict?.status !== 'fail') throw new Error(`${id} is ${verdict?.status ?? 'missing'}`);
      const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
      expect(plain(verdict.message)).toContain(words);
      expect(plain(verdict.actual)).toContain(actual);
      expect(plain(verdict.sent)).toContain('GET /chat HTTP/1.1');
      expect(verdict.hint).not.toBeNull();
    },
    PATIENCE,
  );
});
