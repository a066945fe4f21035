// Grades step 5.1: one port for HTTP and WebSocket, judged by the bytes on its connections.
import { check, defineStep } from '../../../src/grading/index.ts';
import { expectOpen, expectOrdinaryAnswer, expectRefusedElsewhere } from './expect-answers.ts';
import { expectNothingAtImport, expectPort, expectStrict, expectTwoChats } from './expect-start.ts';
import { WATCH } from './watch-probe.ts';
import { MODULE } from './student-chat.ts';

export const step = defineStep({
  packages: ['ws'],
  support: WATCH,
  exports: { [MODULE]: ['demarrer'] },
  checks: [
    check({
      id: 'C1',
      title: 'Importer le fichier n’ouvre aucun port',
      rfc: null,
      freshSubjects: 1,
      run: expectNothingAtImport,
    }),
    check({
      id: 'C2',
      title: 'Le port rendu et affiché est celui sur lequel le serveur écoute',
      rfc: null,
      run: expectPort,
    }),
    check({
      id: 'C3',
      title: 'Une requête ordinaire reçoit une réponse complète, 200 ou 426',
      rfc: '§1.7',
      run: expectOrdinaryAnswer,
    }),
    check({
      id: 'C4',
      title: 'Une demande d’Upgrade sur /chat ouvre une connexion, qui reste ouverte',
      rfc: '§4.2.2',
      run: expectOpen,
    }),
    check({
      id: 'C5',
      title: 'Une demande d’Upgrade ailleurs est refusée',
      rfc: '§4.2.2',
      run: expectRefusedElsewhere,
    }),
    check({
      id: 'C6',
      title: 'Deux serveurs vivent côte à côte, et arrêter l’un libère son port',
      rfc: null,
      run: expectTwoChats,
    }),
    check({
      id: 'C7',
      title: 'Le serveur démarre en mode strict, sans exception',
      rfc: null,
      run: expectStrict,
    }),
  ],
});
