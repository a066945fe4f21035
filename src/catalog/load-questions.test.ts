import { describe, expect, test } from 'vitest';

import { candidatesOf } from './candidates.ts';
import {
  asking,
  CHECKS,
  courseWith,
  DRAWS,
  type Files,
  live,
  problemsWith,
  SOUND,
  STEP,
} from './course.fixture.ts';
import { stepAt } from './find-step.ts';
import { loadCourse } from './load-course.ts';

describe('loadCourse()', () => {
  test('reads questions of each kind, each with a check of its own', async () => {
    const step = stepAt(await loadCourse(await courseWith(asking())), '1.3');
    expect(step?.questions.map(({ id, rfc, answer }) => [id, rfc, answer.kind])).toEqual([
      ['navigateur', 'WHATWG WebSockets §2.2', 'choice'],
      ['octet-1', null, 'bytes'],
      ['transfert', null, 'drawn'],
    ]);
    expect(step?.questions[0]?.answer).toMatchObject({ right: 'echoue' });
    expect(step?.questions[1]?.answer).toMatchObject({
      bytes: '7f',
      mistakes: [{ answer: '7f00' }],
    });
    expect(step?.checks.slice(2)).toEqual([
      {
        id: 'CQ-navigateur',
        title: 'Ce que fait le navigateur',
        rfc: 'WHATWG WebSockets §2.2',
      },
      { id: 'CQ-octet-1', title: 'Le premier octet', rfc: null },
      { id: 'CQ-transfert', title: 'Un autre octet', rfc: null },
    ]);
  });

  test('takes a folder with answers only for a mistake in them, over the solution’s code', async () => {
    const answers = '{ "1.3/navigateur": "ouvre" }';
    const path = `${STEP}/wrong/browser-opens/reponses.json`;
    const course = await loadCourse(await courseWith({ ...asking(), [path]: answers }));
    const step = stepAt(course, '1.3');
    expect(step?.wrong[0]).toMatchObject({ killer: 'CQ-navigateur', onlyKiller: true });
    const made = step === null ? [] : candidatesOf(course, step);
    expect(made.find((it) => it.name === 'wrong/browser-opens')?.files).toEqual({
      'poignee/accept.js': 'solution',
      'reponses.json': answers,
    });
  });

  test('takes a step without files where it has only questions', async () => {
    const alone = Object.fromEntries(
      Object.keys(SOUND)
        .filter((path) => path.startsWith(STEP))
        .map((path) => [path, null]),
    );
    const questions = asking('', '', DRAWS.replace(/exports:.*/s, 'exports: {}, checks: [] };'));
    const head = questions[`${STEP}/step.md`]
      ?.replace('[poignee/accept.js]', '[]')
      .replace(/misconceptions:\n.*\n/, 'misconceptions: {}\n');
    const course = await loadCourse(
      await courseWith({ ...alone, ...questions, [`${STEP}/step.md`]: head ?? null }),
    );
    expect(stepAt(course, '1.3')).toMatchObject({ files: [], starter: {}, right: [], wrong: [] });
  });

  test('reads how a step goes live, and that another does not', async () => {
    const course = await loadCourse(await courseWith(live()));
    expect(stepAt(course, '1.3')?.live).toEqual({
      export: 'calculerAccept',
      options: { chemins: ['/chat'] },
      path: '/chat',
    });
    const other = await loadCourse(await courseWith());
    expect(stepAt(other, '1.3')).toMatchObject({ live: null, questions: [] });
  });

  test.each<[string, Files, string]>([
    [
      'a question without its text',
      asking('    text: Que fait le navigateur ?\n'),
      'step.md : il manque la clé « questions.0.text ».',
    ],
    [
      'an unknown key in a question',
      asking('    drawn: true', '    drawn: true\n    level: 1'),
      'clé inconnue « questions.2.level »',
    ],
    [
      'a question on two lines',
      asking('text: Que fait', 'text: |-\n      Que\n      fait'),
      '« questions.0.text » : le texte tient sur une ligne',
    ],
    [
      'a question id in capitals',
      asking('id: navigateur', 'id: Navigateur'),
      '« questions.0.id » : un identifiant',
    ],
    [
      'a question that takes the key of the draw',
      asking('id: navigateur', 'id: graine'),
      '« graine » est réservé',
    ],
    [
      'two questions of one name',
      asking('id: octet-1', 'id: navigateur'),
      '« questions » : deux questions ont le même identifiant',
    ],
    [
      'a question that is no kind',
      asking('    drawn: true\n'),
      '« questions.2 » : il faut exactement une de ces clés',
    ],
    [
      'a question of two kinds',
      asking('    drawn: true', "    drawn: true\n    bytes: '7f'"),
      '« questions.2 » : il faut exactement une de ces clés',
    ],
    [
      'a choice without its right option',
      asking('    right: echoue\n'),
      '« questions.0 » : il manque « right »',
    ],
    [
      'a right option that is not there',
      asking('right: echoue', 'right: ignore'),
      '« right » nomme « ignore », qui n’est pas une option (ouvre, echoue)',
    ],
    [
      'one option only',
      asking('      - { id: ouvre, label: Il ouvre, explanation: Non. }\n'),
      'il faut au moins deux options',
    ],
    [
      'an option twice',
      asking('{ id: ouvre', '{ id: echoue'),
      'deux options ont le même identifiant',
    ],
    [
      'an option that explains nothing',
      asking(', explanation: Non.'),
      'il manque la clé « questions.0.options.0.explanation »',
    ],
    [
      'bytes that YAML reads as a number',
      asking("bytes: '7f'", 'bytes: 58'),
      '« questions.1.bytes » : un texte est attendu',
    ],
    [
      'bytes that are not hexadecimal',
      asking("bytes: '7f'", "bytes: '7g'"),
      '« questions.1.bytes » : des octets en hexadécimal',
    ],
    [
      'bytes that are not explained',
      asking('    explanation: Bit à bit.\n'),
      '« questions.1 » : il manque « explanation »',
    ],
    [
      'a mistake that is the right answer',
      asking('7f 00', '7f'),
      '« mistakes » compte la bonne réponse, « 7f »',
    ],
    [
      'a source that is none',
      asking('WHATWG WebSockets §2.2', 'WHATWG'),
      '« questions.0.rfc » : une source s’écrit',
    ],
    [
      'a drawn question that checks.ts does not draw',
      asking('', '', CHECKS),
      'step.md : la question « transfert » est tirée',
    ],
    [
      'a draw that lacks a value of the text',
      asking('{octet} ?', '{octets} ?'),
      'checks.ts : le tirage de la question « transfert » ne va pas : question "transfert" names {octets}',
    ],
    [
      'a folder of answers that answers two questions',
      {
        ...asking(),
        [`${STEP}/wrong/b/reponses.json`]: '{ "1.3/navigateur": "a", "1.3/octet-1": "b" }',
      },
      'wrong/b : un dossier qui n’a que reponses.json répond mal à une seule question',
    ],
    [
      'a folder of answers to a question that is not there',
      { ...asking(), [`${STEP}/wrong/b/reponses.json`]: '{ "1.3/regle": "a" }' },
      'wrong/b : il doit être refusé par « CQ-regle », qui n’existe pas',
    ],
    [
      'a draw that no question takes',
      asking('id: transfert', 'id: autre'),
      'checks.ts : « draws » connaît « transfert »',
    ],
    [
      'a live server that nothing exports',
      live('calculerAccept', 'creerServeur'),
      '« live » appelle « creerServeur », que checks.ts n’attend pas de « poignee/accept.js »',
    ],
    [
      'a live path without its slash',
      live('path: /chat', 'path: chat'),
      '« live.path » : un chemin est attendu',
    ],
    [
      'a live module that the lab’s project has not',
      live('path: /chat', 'path: /chat, module: chat/tout.js'),
      '« live » part de « chat/tout.js », que le dossier « labs/01-handshake/project » n’a pas',
    ],
    [
      'a live module that is no path',
      live('path: /chat', 'path: /chat, module: ../tout.js'),
      '« live.module » : le chemin d’un module est attendu',
    ],
    [
      'a live page that no solution has',
      live('path: /chat', 'path: /chat, page: chat/page/demarrage.js'),
      '« live » montre « chat/page/demarrage.js », qu’aucun corrigé',
    ],
    [
      'an unknown key of live',
      live('path: /chat', 'path: /chat, port: 1'),
      'clé inconnue « live.port »',
    ],
  ])('refuses %s, naming the file and the reason', async (_what, changes, sentence) => {
    expect((await problemsWith(changes)).join('\n')).toContain(sentence);
  });
});
