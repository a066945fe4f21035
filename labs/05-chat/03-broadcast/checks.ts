// Grades step 5.3: a broadcast that reaches each open client once, as text, whatever befalls one of them.
import { check, type CheckContext, defineStep } from '../../../src/grading/index.ts';
import { WS_MODULE, WS_SOURCE } from './broadcast-probe.ts';
import { changed, CLOSED, CLOSING, CONNECTING, drawText, MODULE, open } from './broadcasts.ts';
import {
  expectClosedSkipped,
  expectCount,
  expectLeftOut,
  expectOnceEach,
  expectOthersReached,
} from './expect-broadcast.ts';
import { expectSamePayload, expectTextFrames } from './expect-wire.ts';

/** Of two, three and four bytes. */
const BEYOND_ASCII = ['é', 'ç', '€', '日', '😀'];

export const step = defineStep({
  packages: ['ws'],
  support: { [WS_MODULE]: WS_SOURCE },
  exports: { [MODULE]: ['diffuser'] },
  checks: [
    check({
      id: 'C1',
      title: 'Chaque client ouvert reçoit le message une fois, l’auteur compris',
      rfc: null,
      async run(context: CheckContext) {
        const { random } = context;
        const [text, clients] = [drawText(random), open(random.integer(3, 6))];
        await expectOnceEach(context, { text, clients, except: null });
        await expectOnceEach(context, { text, clients, except: -2 });
        await expectOnceEach(context, { text, clients: open(1), except: null });
        await expectOnceEach(context, { text: '', clients, except: null });
      },
    }),
    check({
      id: 'C2',
      title: 'Le message part en trame texte, qu’il vienne d’un Buffer ou d’une chaîne',
      rfc: '§5.6',
      run: (context: CheckContext) => expectTextFrames(context, drawText(context.random)),
    }),
    check({
      id: 'C3',
      title: 'Un client qui n’est pas ouvert est laissé tranquille',
      rfc: '§6.1',
      async run(context: CheckContext) {
        const { random } = context;
        const text = drawText(random);
        for (const state of [CLOSED, CLOSING, CONNECTING]) {
          const clients = open(random.integer(4, 6));
          const rank = random.integer(1, clients.length - 2);
          await expectClosedSkipped(context, {
            text,
            clients: changed(clients, { [rank]: { state } }),
            except: null,
          });
        }
      },
    }),
    check({
      id: 'C4',
      title: 'Un client dont l’envoi lance une exception n’arrête pas les autres',
      rfc: null,
      async run(context: CheckContext) {
        const { random } = context;
        const text = drawText(random);
        const count = random.integer(4, 6);
        const throws = { throws: true };
        const dead = [[0], [random.integer(1, count - 2)], [count - 1], [0, 1]];
        for (const ranks of dead) {
          const changes = Object.fromEntries(ranks.map((rank) => [rank, throws]));
          const clients = changed(open(count), changes);
          await expectOthersReached(context, { text, clients, except: null });
        }
      },
    }),
    check({
      id: 'C5',
      title: 'Avec « sauf », tous reçoivent, sauf lui',
      rfc: null,
      async run(context: CheckContext) {
        const { random } = context;
        const [text, clients] = [drawText(random), open(random.integer(3, 6))];
        for (const except of [0, random.integer(1, clients.length - 1), -1]) {
          await expectLeftOut(context, { text, clients, except });
        }
      },
    }),
    check({
      id: 'C6',
      title: 'Le nombre rendu est celui des envois qui ont réussi',
      rfc: null,
      async run(context: CheckContext) {
        const { random } = context;
        const text = drawText(random);
        const clients = open(random.integer(5, 7));
        const rank = random.integer(1, 3);
        await expectCount(context, { text, clients, except: null });
        await expectCount(context, { text, clients, except: rank });
        await expectCount(context, { text, clients, except: -1 });
        const closed = changed(clients, {
          0: { state: CLOSED },
          [rank]: { state: CLOSING },
        });
        await expectCount(context, { text, clients: closed, except: null });
        await expectCount(context, { text, clients: closed, except: rank });
        const dead = changed(clients, { [rank]: { throws: true } });
        await expectCount(context, { text, clients: dead, except: null });
      },
    }),
    check({
      id: 'C7',
      title: 'Accents et émojis arrivent intacts',
      rfc: '§5.6',
      async run(context: CheckContext) {
        const { random } = context;
        const drawn = Array.from({ length: 4 }, () => random.pick(BEYOND_ASCII)).join(' ');
        // U+FFFD is a character like another, and blanks at the edge belong to the text.
        await expectSamePayload(context, `é € 😀 👩‍🚀 \u{fffd} ${drawn} \n`);
      },
    }),
    check({
      id: 'C8',
      title: 'Sans aucun client, rien ne se passe, et le nombre est 0',
      rfc: null,
      async run(context: CheckContext) {
        const text = drawText(context.random);
        await expectCount(context, { text, clients: [], except: null });
        await expectCount(context, { text, clients: [], except: -1 });
      },
    }),
  ],
});
