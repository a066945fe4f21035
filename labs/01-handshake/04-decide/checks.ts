// Grades step 1.4: which requests are accepted, and how the others are refused, RFC 6455 §4.2.1 and §4.2.2.
import { check, defineStep } from '../../../src/grading/index.ts';
import {
  keysOfOtherCharacters,
  keysTooLong,
  keysTooShort,
  keysWithAStrayCharacter,
  oneRefusalOfEachKind,
  otherPaths,
  otherVersions,
  servedPaths,
  validRequests,
} from './cases.ts';
import {
  expectAcceptances,
  expectNoAccept,
  expectRefusals,
  expectVersionHeader,
  FUNCTION,
} from './expect-decision.ts';
import { noteOpenQuestions } from './open-questions.ts';
import { drawRequest } from './requests.ts';

export const step = defineStep({
  exports: { 'poignee/decider.js': [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'Une demande qui remplit toutes les conditions est acceptée : 101',
      rfc: '§4.2.2',
      async run(context) {
        await expectAcceptances(context, validRequests(context.random));
        await noteOpenQuestions(context);
      },
    }),
    check({
      id: 'C2',
      title: 'Une demande sans clé est refusée : 400',
      rfc: '§4.2.1',
      async run(context) {
        const withoutKey = { headers: { 'sec-websocket-key': null } };
        await expectRefusals(context, [
          {
            request: drawRequest(context.random, withoutKey),
            statuses: [400],
            defect: 'sans Sec-WebSocket-Key',
            hint: "Sans clé, « entetes.get('sec-websocket-key') » vaut undefined : répondez 400 avant de l’employer.",
          },
        ]);
      },
    }),
    check({
      id: 'C3',
      title: 'Une clé de moins de 16 octets est refusée : 400',
      rfc: '§4.2.1',
      async run(context) {
        await expectRefusals(context, keysTooShort(context.random));
      },
    }),
    check({
      id: 'C4',
      title: 'Une clé de plus de 16 octets est refusée : 400',
      rfc: '§4.2.1',
      async run(context) {
        await expectRefusals(context, keysTooLong(context.random));
      },
    }),
    check({
      id: 'C5',
      title: 'Une clé de 24 caractères hors de l’alphabet base64 est refusée : 400',
      rfc: '§4.2.1',
      async run(context) {
        await expectRefusals(context, keysOfOtherCharacters(context.random));
      },
    }),
    check({
      id: 'C6',
      title: 'Une clé où s’est glissé un caractère étranger est refusée : 400',
      rfc: '§4.2.1',
      async run(context) {
        await expectRefusals(context, keysWithAStrayCharacter(context.random));
      },
    }),
    check({
      id: 'C7',
      title: 'Une autre version que 13 est refusée (426 ou 400), et le refus dit 13',
      rfc: '§4.2.2',
      async run(context) {
        const all = await expectRefusals(context, otherVersions(context.random));
        for (const returned of all) expectVersionHeader(returned);
      },
    }),
    check({
      id: 'C8',
      title: 'Le chemin est comparé en entier, sans la question : 101, ou 404',
      rfc: '§4.2.2',
      async run(context) {
        await expectAcceptances(context, servedPaths(context.random));
        await expectRefusals(context, otherPaths(context.random));
      },
    }),
    check({
      id: 'C9',
      title: 'Chaque sorte de refus a son statut, et jamais Sec-WebSocket-Accept',
      rfc: '§4.2.2',
      async run(context) {
        const all = await expectRefusals(context, oneRefusalOfEachKind(context.random));
        for (const returned of all) expectNoAccept(returned);
      },
    }),
  ],
});
