// Grades step 1.7: a server that opens WebSocket connections, judged by the bytes on its connections.
import { check, defineStep } from '../../../src/grading/index.ts';
import { expectIndependentServers } from './expect-independence.ts';
import { expectOrdinaryAnswers } from './expect-ordinary.ts';
import { expectOpenings } from './expect-openings.ts';
import { expectParallelOpenings } from './expect-parallel.ts';
import { expectRefusals } from './expect-refusals.ts';
import { expectSurvival } from './expect-survival.ts';
import { CREATION } from './student-server.ts';

export const step = defineStep({
  exports: { [CREATION.module]: [CREATION.name] },
  checks: [
    check({
      id: 'C1',
      title: 'Une requête ordinaire reçoit une réponse complète, 200 ou 426',
      rfc: '§1.7',
      run: expectOrdinaryAnswers,
    }),
    check({
      id: 'C2',
      title:
        'Une demande valide reçoit son 101, où qu’elle soit coupée, et la connexion reste ouverte',
      rfc: '§4.2.2',
      run: expectOpenings,
    }),
    check({
      id: 'C3',
      title: 'Cinq connexions ouvertes en même temps reçoivent chacune la réponse à leur clé',
      rfc: '§4.2.2',
      run: expectParallelOpenings,
    }),
    check({
      id: 'C4',
      title: 'Un refus porte son statut 4xx, puis la connexion se ferme',
      rfc: '§4.2.2',
      run: expectRefusals,
    }),
    check({
      id: 'C5',
      title: 'Un client qui disparaît pendant la poignée de main n’arrête pas le programme',
      rfc: null,
      run: expectSurvival,
    }),
    check({
      id: 'C6',
      title: 'Deux serveurs du même programme ne partagent rien',
      rfc: null,
      run: expectIndependentServers,
    }),
  ],
});
