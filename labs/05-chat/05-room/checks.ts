// Grades step 5.5: who is in the room, under which name, and who hears what.
import { check, defineStep, type Random } from '../../../src/grading/index.ts';
import { babbles, drawPseudos, drawText, enters, INVALID, joins, leaves, says } from './acts.ts';
import { expectScenes, MODULE, type Scene } from './expect-scene.ts';
import { HINT } from './messages.ts';
import { drawScene, drawSeldom } from './random-scenes.ts';

const SCENES = 30;

/** Names that a plain object takes for its own. */
const INHERITED = ['constructor', 'toString', '__proto__'] as const;

/**
 * Three pseudonyms, which no other check draws: where all rooms are one, chance must not decide whether a name that
 * another check has left there is met again.
 */
function drawThree(random: Random, check: number): readonly [string, string, string] {
  const [a = '', b = '', c = ''] = drawPseudos(random, 3, [10 * check, 10 * check + 9]);
  return [a, b, c];
}

/** The last so many acts. */
function watchLast(acts: Scene['acts'], count: number): Scene {
  return { acts, watched: acts.map((_, index) => index).slice(-count) };
}

export const step = defineStep({
  exports: { [MODULE]: [{ oneOf: ['creerSalon', 'Salon'] }] },
  packages: ['ws'],
  checks: [
    check({
      id: 'C1',
      title: 'Il faut rejoindre avant de parler, et avant d’entendre',
      rfc: null,
      async run({ subject, random }) {
        const [a, b] = drawThree(random, 1);
        const start = [enters(0), joins(0, a), enters(1)];
        const scenes = [
          watchLast([...start, says(1, drawText(random))], 1),
          { ...watchLast([...start, says(0, drawText(random))], 1), clients: [1] },
          { ...watchLast([...start, enters(2), joins(2, b)], 1), clients: [1] },
          watchLast([...start, ...INVALID.map((text) => babbles(1, text))], INVALID.length),
          watchLast([enters(0), enters(1), says(0, drawText(random), { auteur: a, pseudo: a })], 1),
        ];
        await expectScenes({ subject }, scenes, HINT.first);
      },
    }),
    check({
      id: 'C2',
      title: 'L’auteur d’un message est celui que le serveur connaît',
      rfc: null,
      async run({ subject, random }) {
        const [a, b, c] = drawThree(random, 2);
        const start = [enters(0), joins(0, a), enters(1), joins(1, b)];
        const scenes = [
          watchLast([...start, says(0, drawText(random), { auteur: b })], 1),
          watchLast([...start, says(1, drawText(random), { auteur: c, pseudo: a })], 1),
          watchLast([...start, says(0, `  ${drawText(random)} `)], 1),
        ];
        await expectScenes({ subject }, scenes, HINT.author);
      },
    }),
    check({
      id: 'C3',
      title: 'Un pseudo déjà pris est refusé, à la casse et aux accents composés près',
      rfc: null,
      async run({ subject, random }) {
        const [a, b] = drawThree(random, 3);
        const start = [enters(0), joins(0, a), enters(1)];
        const twins = [a, a.toUpperCase(), a.normalize('NFD'), ` ${a.toLowerCase()} `];
        const refused = [...twins, a.toUpperCase().normalize('NFD')].map((twin) =>
          watchLast([...start, joins(1, twin)], 1),
        );
        const decomposed = watchLast(
          [enters(0), joins(0, a.normalize('NFD')), enters(1), joins(1, a)],
          1,
        );
        // Refused, one has not joined; one may try again under another name.
        const again = watchLast([...start, joins(1, a), says(1, drawText(random)), joins(1, b)], 2);
        // An accent makes another name, where composing it does not.
        const bare = a.normalize('NFD').replace(/\p{M}/gu, '');
        const free = [bare, ...INHERITED].map((name) => watchLast([...start, joins(1, name)], 1));
        await expectScenes({ subject }, [...refused, decomposed, again, ...free], HINT.same);
      },
    }),
    check({
      id: 'C4',
      title: 'L’arrivant apprend qui est là, et les autres qu’il arrive',
      rfc: null,
      async run({ subject, random }) {
        const [a, b, c] = drawThree(random, 4);
        const scenes = [
          watchLast([enters(0), joins(0, ` ${a} `)], 1),
          watchLast([enters(0), joins(0, a), enters(1), joins(1, b), enters(2), joins(2, c)], 1),
          watchLast([enters(0), joins(0, a), enters(1), joins(1, b.normalize('NFD'))], 1),
          watchLast([enters(0), joins(0, a), enters(1), joins(1, '<img onerror>')], 1),
        ];
        await expectScenes({ subject }, scenes, HINT.presence);
      },
    }),
    check({
      id: 'C5',
      title: 'Un départ s’annonce une fois, à ceux qui restent',
      rfc: null,
      async run({ subject, random }) {
        const [a, b, c] = drawThree(random, 5);
        const three = [enters(0), joins(0, a), enters(1), joins(1, b), enters(2), joins(2, c)];
        const scenes = [
          watchLast([...three, leaves(1), leaves(1)], 2),
          watchLast([enters(0), joins(0, a), enters(1), leaves(1)], 1),
          watchLast([enters(0), joins(0, a), enters(1), joins(1, a), leaves(1)], 1),
        ];
        await expectScenes({ subject }, scenes, HINT.leaving);
      },
    }),
    check({
      id: 'C6',
      title: 'Un pseudo est libre dès que son porteur est parti',
      rfc: null,
      async run({ subject, random }) {
        const [a, b] = drawThree(random, 6);
        const start = [enters(0), joins(0, a), enters(1), joins(1, b), leaves(0), enters(2)];
        const names = [a, a.toUpperCase(), a.normalize('NFD')];
        const scenes = names.map((name) => watchLast([...start, joins(2, name)], 1));
        await expectScenes({ subject }, scenes, HINT.free);
        // Whoever goes without a name, or goes again, frees nothing.
        const claimed = [enters(0), joins(0, a), enters(1), joins(1, a), leaves(1)];
        const taken = [enters(0), joins(0, a), leaves(0), enters(1), joins(1, a), leaves(0)];
        const held = [claimed, taken].map((acts) =>
          watchLast([...acts, enters(2), joins(2, a)], 1),
        );
        await expectScenes({ subject }, held, HINT.held);
      },
    }),
    check({
      id: 'C7',
      title: 'Trente suites de gestes tirées au hasard donnent ce que dit le contrat',
      rfc: null,
      async run({ subject, random }) {
        const [first = [], ...others] = Array.from({ length: SCENES }, () => drawScene(random));
        const scenes = [[...first, ...drawSeldom(random)], ...others].map((acts) => ({ acts }));
        await expectScenes({ subject }, scenes, HINT.model);
      },
    }),
    check({
      id: 'C8',
      title: 'Un second « rejoindre » est refusé, et le premier pseudo reste',
      rfc: null,
      async run({ subject, random }) {
        const [a, b, c] = drawThree(random, 8);
        const start = [enters(0), joins(0, a), enters(1), joins(1, b)];
        const scenes = [
          watchLast([...start, joins(0, c)], 1),
          watchLast([...start, joins(0, a)], 1),
          watchLast([...start, joins(0, c), says(0, drawText(random))], 1),
          watchLast([...start, joins(0, c), enters(2), joins(2, c)], 1),
        ];
        await expectScenes({ subject }, scenes, HINT.second);
      },
    }),
  ],
});
