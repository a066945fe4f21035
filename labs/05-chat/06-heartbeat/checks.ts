// Grades step 5.6: a heartbeat, judged by what crosses the wire while virtual time passes, RFC 6455 §5.5.2.
import { check, defineStep } from '../../../src/grading/index.ts';
import { SUPPORT } from '../server-bench.ts';
import { expectNothingPilesUp } from './expect-crowd.ts';
import { expectMuteClientsGone, expectMuteClientsTerminated } from './expect-death.ts';
import { expectHealthyClientsAlive, expectNewcomersAlive } from './expect-life.ts';
import { expectProtocolPings } from './expect-pings.ts';
import { expectNothingAfterStop } from './expect-stop.ts';
import { WATCH } from './ward.ts';

export const step = defineStep({
  exports: { [WATCH.module]: [WATCH.name] },
  packages: ['ws'],
  support: SUPPORT,
  checks: [
    check({
      id: 'C1',
      title: 'Un client qui répond aux Ping garde sa connexion, dix tours durant',
      rfc: '§5.5.3',
      run: expectHealthyClientsAlive,
    }),
    check({
      id: 'C2',
      title: 'Un client devenu muet est repéré en deux tours, même s’ils sont plusieurs',
      rfc: null,
      run: expectMuteClientsGone,
    }),
    check({
      id: 'C3',
      title: 'Un client arrivé juste avant un tour a le temps de répondre',
      rfc: null,
      run: expectNewcomersAlive,
    }),
    check({
      id: 'C4',
      title: 'La connexion d’un muet est coupée, sans attendre de réponse',
      rfc: null,
      run: expectMuteClientsTerminated,
    }),
    check({
      id: 'C5',
      title: 'Après l’arrêt, il ne reste ni Ping, ni coupure, ni minuteur',
      rfc: null,
      run: expectNothingAfterStop,
    }),
    check({
      id: 'C6',
      title: 'Mille clients vont et viennent, et rien ne s’accumule',
      rfc: null,
      run: expectNothingPilesUp,
    }),
    check({
      id: 'C7',
      title: 'La question posée est un Ping du protocole, qu’aucune page ne voit',
      rfc: '§5.5.2',
      run: expectProtocolPings,
    }),
  ],
});
