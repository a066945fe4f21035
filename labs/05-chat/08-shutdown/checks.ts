// Grades step 5.8: a server that stops properly, judged by its clients while virtual time passes, RFC 6455 §7.4.1.
import { check, defineStep } from '../../../src/grading/index.ts';
import { SUPPORT } from '../server-bench.ts';
import { STOP } from './closing.ts';
import { expectNobodyComesIn } from './expect-closed-door.ts';
import { expectStragglersCut } from './expect-deadline.ts';
import { expectNothingLeft, expectSecondCallKept } from './expect-end.ts';
import { expectEveryoneTold, expectMessagesBeforeClose } from './expect-goodbye.ts';

export const step = defineStep({
  exports: { [STOP.module]: [STOP.name] },
  packages: ['ws'],
  support: SUPPORT,
  checks: [
    check({
      id: 'C1',
      title: 'Chaque client reçoit un Close 1001, « je m’en vais »',
      rfc: '§7.4.1',
      run: expectEveryoneTold,
    }),
    check({
      id: 'C2',
      title: 'Dès l’appel, plus personne n’entre',
      rfc: null,
      run: expectNobodyComesIn,
    }),
    check({
      id: 'C3',
      title: 'Qui n’a pas répondu au bout du délai est coupé, pas avant',
      rfc: '§7.1.1',
      run: expectStragglersCut,
    }),
    check({
      id: 'C4',
      title: 'La promesse se tient à temps, et il ne reste ni client, ni minuteur',
      rfc: null,
      run: expectNothingLeft,
    }),
    check({
      id: 'C5',
      title: 'Un second appel, pendant ou après, tient aussi sa promesse',
      rfc: null,
      run: expectSecondCallKept,
    }),
    check({
      id: 'C6',
      title: 'Les messages déjà confiés au serveur arrivent avant le Close',
      rfc: '§5.5.1',
      run: expectMessagesBeforeClose,
    }),
  ],
});
