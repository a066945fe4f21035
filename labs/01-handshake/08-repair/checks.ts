// Grades step 1.8: the subprotocol in the answer, for every kind of offer, as a browser reads it.
import { check, type CheckContext, defineStep } from '../../../src/grading/index.ts';
import { expectChoices, MODULE } from './expect-choices.ts';
import { offersInCommon, offersOfOne, offersOfStrangers, withoutOffer } from './offers.ts';

export const step = defineStep({
  exports: { [MODULE]: ['creerServeur'] },
  checks: [
    check({
      id: 'C1',
      title: 'L’offre « chat, superchat » ouvre, avec un seul des deux noms',
      rfc: '§4.2.2',
      run: (context: CheckContext) => expectChoices(context, offersInCommon(context.random)),
    }),
    check({
      id: 'C2',
      title: 'L’offre « superchat » ouvre, avec « superchat »',
      rfc: '§4.2.2',
      run: (context: CheckContext) => expectChoices(context, offersOfOne(context.random)),
    }),
    check({
      id: 'C3',
      title: 'Sans offre, la connexion ouvre, sans ligne Sec-WebSocket-Protocol',
      rfc: '§4.2.2',
      run: (context: CheckContext) => expectChoices(context, withoutOffer()),
    }),
    check({
      id: 'C4',
      title: 'Une offre inconnue reçoit un 101 sans ligne Sec-WebSocket-Protocol',
      rfc: '§4.2.2',
      run: (context: CheckContext) => expectChoices(context, offersOfStrangers(context.random)),
    }),
  ],
});
