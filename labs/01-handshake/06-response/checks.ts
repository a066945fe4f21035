// Grades step 1.6: the bytes of the answer to an opening handshake, RFC 6455 §4.2.2.
import { check, type CheckContext, defineStep } from '../../../src/grading/index.ts';
import {
  expectBrowserOpens,
  expectEnd,
  expectForm,
  expectMandatoryFields,
  expectRefusal,
  expectStatusLine,
  expectSubprotocol,
  oddPhraseOf,
  readResponse,
  type Response,
} from './expect-response.ts';
import { STATUS } from './messages.ts';
import { type Accepted, drawAnswers, drawRefusals, drawSubprotocols } from './sample-answers.ts';

const ACCEPTANCE = 'reponse101';
const REFUSAL = 'reponseRefus';

/** One batch, one realm: what is kept from one response to the next shows. */
async function expectAnswers(
  { calls }: CheckContext,
  answers: readonly Accepted[],
  expectation: (response: Response, answer: Accepted) => void,
): Promise<void> {
  const all = await calls(
    ACCEPTANCE,
    answers.map((answer) => [answer]),
  );
  for (const [index, returned] of all.entries()) {
    const answer = answers[index];
    if (answer !== undefined) expectation(readResponse(returned), answer);
  }
}

export const step = defineStep({
  exports: { 'poignee/reponse.js': [ACCEPTANCE, REFUSAL] },
  checks: [
    check({
      id: 'C1',
      title: 'La réponse commence par « HTTP/1.1 101 »',
      rfc: '§4.2.2',
      run: (context) =>
        expectAnswers(context, drawAnswers(context.random), (response) => {
          expectStatusLine(response, 101);
        }),
    }),
    check({
      id: 'C2',
      title: 'Les trois en-têtes obligatoires y sont, avec la bonne valeur',
      rfc: '§4.2.2',
      run: (context) => expectAnswers(context, drawAnswers(context.random), expectMandatoryFields),
    }),
    check({
      id: 'C3',
      title: 'Chaque ligne finit par CR LF, et une ligne vide termine l’en-tête',
      rfc: '§4.2.2',
      run: (context) => expectAnswers(context, drawAnswers(context.random), expectForm),
    }),
    check({
      id: 'C4',
      title: 'Rien ne suit la ligne vide',
      rfc: '§4.2.2',
      run: (context) => expectAnswers(context, drawAnswers(context.random), expectEnd),
    }),
    check({
      id: 'C5',
      title: 'Le sous-protocole choisi est écrit une fois ; sans choix, la ligne disparaît',
      rfc: '§11.3.4',
      run: (context) => expectAnswers(context, drawSubprotocols(context.random), expectSubprotocol),
    }),
    check({
      id: 'C6',
      title: 'Un refus porte son statut et ses en-têtes, dit où il finit, et n’accepte rien',
      rfc: '§4.2.2',
      async run({ calls, random, note }) {
        const refusals = drawRefusals(random);
        const all = await calls(
          REFUSAL,
          refusals.map(({ status, headers }) => [status, headers]),
        );
        for (const [index, returned] of all.entries()) {
          const refusal = refusals[index];
          if (refusal === undefined) continue;
          const response = readResponse(returned);
          expectRefusal(response, refusal);
          const phrase = oddPhraseOf(response);
          if (phrase !== null) note(STATUS.oddPhrase(phrase));
        }
      },
    }),
    check({
      id: 'C7',
      title: 'Un navigateur accepte la réponse',
      rfc: '§4.1',
      run: (context) => expectAnswers(context, drawAnswers(context.random), expectBrowserOpens),
    }),
  ],
});
