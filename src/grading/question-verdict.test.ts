import { describe, expect, test } from 'vitest';

import { BROWSER, BYTE, DRAWN, DRAWS } from './question.fixture.ts';
import { poseQuestion } from './question-pose.ts';
import { questionVerdict } from './question-verdict.ts';
import type { Question } from './question.ts';

const answer = (question: Question, typed?: string) => {
  const verdict = questionVerdict('1.8', poseQuestion(question, DRAWS, 1), typed);
  return JSON.parse(JSON.stringify(verdict).replaceAll(/[\u00a0\u202f]/g, ' ')) as Record<
    string,
    unknown
  >;
};

describe('a choice', () => {
  test.each(['echoue', ' Échoue ', 'ECHOUE'])('is right as %j', (typed) => {
    expect(answer(BROWSER, typed)).toEqual({
      id: 'CQ-navigateur',
      name: 'Ce que fait le navigateur',
      rfc: 'WHATWG WebSockets §2.2',
      status: 'pass',
    });
  });

  test('that is wrong says what was chosen and why it is not that, not what is right', () => {
    const verdict = answer(BROWSER, 'ouvre');
    expect(verdict).toMatchObject({
      status: 'fail',
      message: 'Il compare avec inconnu.',
      expected: 'une autre des réponses proposées',
      actual: 'Il ouvre la connexion',
      where: 'reponses.json, « 1.8/navigateur »',
      hint: 'Relisez WHATWG WebSockets §2.2, puis changez votre réponse.',
    });
    expect(JSON.stringify(verdict)).not.toMatch(/échouer|echoue/);
  });

  test('of something that is not proposed lists what is', () => {
    expect(answer(BROWSER, 'il ouvre')).toMatchObject({
      status: 'fail',
      message: '« il ouvre » n’est pas une des réponses proposées.',
      expected: 'ouvre, echoue, ignore',
    });
  });

  test.each(['__proto__', 'constructor', 'toString'])('is not %s', (typed) => {
    expect(answer(BROWSER, typed)).toMatchObject({ status: 'fail' });
  });

  test.each([undefined, '', ' \n'])(
    'without an answer (%j) is skipped, and asks again',
    (typed) => {
      expect(answer(BROWSER, typed)).toMatchObject({
        status: 'skipped',
        message:
          'Pas encore répondu : « Le client offrait inconnu. Que fait le navigateur ? » Réponses possibles : ouvre, echoue ou ignore.',
      });
    },
  );

  test('shows a hostile answer shortened and without control characters', () => {
    const { message } = answer(BROWSER, `\u001B[31m${'x'.repeat(10_000)}`);
    expect(message).toMatch(/^« \uFFFD\[31mx{50,60}… » n’est pas/);
  });
});

describe('bytes', () => {
  test.each(['7f', '0x7F', ' 7 F '])('are right as %j', (typed) => {
    expect(answer(BYTE, typed)).toMatchObject({ status: 'pass' });
  });

  test.each([
    ['127', '« 127 » est écrit en décimal', 'un octet en hexadécimal, comme « a5 »'],
    ['111', '« 111 » est écrit en décimal', 'un octet en hexadécimal, comme « a5 »'],
    ['6f', 'La clé reprend à son début.', 'un autre octet'],
    ['0x6F', 'La clé reprend à son début.', 'un autre octet'],
    ['80', '« 80 » n’est pas la bonne réponse.', 'un autre octet'],
    ['01111111', '« 01111111 » est écrit en binaire', 'un octet en hexadécimal, comme « a5 »'],
    ['7g', '« 7g » ne se lit pas comme de l’hexadécimal', 'un octet en hexadécimal, comme « a5 »'],
    [
      '7f 9f',
      'Votre réponse fait 2 octets ; la question en attend un.',
      'un octet en hexadécimal, comme « a5 »',
    ],
  ])('as %j are refused: %s', (typed, message, expected) => {
    const verdict = answer(BYTE, typed);
    expect(verdict).toMatchObject({ status: 'fail', expected, actual: typed });
    expect(verdict.message).toMatch(new RegExp(`^${message.replaceAll(/[?.]/g, String.raw`\$&`)}`));
  });

  test('in decimal are recognised where two digits could be either', () => {
    const question: Question = {
      ...BYTE,
      answer: { kind: 'bytes', bytes: '4d', explanation: '', mistakes: [] },
    };
    expect(answer(question, '77').message).toMatch(/^« 77 » est écrit en décimal/);
    expect(answer(question, '78').message).toMatch(/n’est pas la bonne réponse/);
  });

  test('without an answer say how to write one', () => {
    expect(answer(BYTE).message).toBe(
      'Pas encore répondu : « 0x48 ^ 0x37 » Réponse attendue : un octet en hexadécimal, comme « a5 ».',
    );
  });
});

describe('drawn bytes', () => {
  test('come from the seed alone, and are asked in full', () => {
    const posed = poseQuestion(DRAWN, DRAWS, 7);
    expect(poseQuestion(DRAWN, DRAWS, 7)).toEqual(posed);
    expect(poseQuestion(DRAWN, DRAWS, 8).text).not.toBe(posed.text);
    expect(posed.text).toMatch(/^`[0-9a-f]{2}` masqué par `[0-9a-f]{2}` \?$/);
    const bytes = posed.answer.kind === 'bytes' ? posed.answer.bytes : '';
    expect(questionVerdict('2.1', posed, bytes).status).toBe('pass');
  });

  test('that nothing draws, or that miss a value, are their author’s mistake', () => {
    expect(() => poseQuestion(DRAWN, {}, 1)).toThrow(/"transfert" is drawn, and nothing draws it/);
    const text = '{octets} ?';
    expect(() => poseQuestion({ ...DRAWN, text }, DRAWS, 1)).toThrow(/names \{octets\}/);
    expect(() => poseQuestion({ ...DRAWN, id: 'constructor' }, DRAWS, 1)).toThrow(/nothing draws/);
  });
});
