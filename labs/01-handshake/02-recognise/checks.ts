// Grades step 1.2: whether a request asks for WebSocket at all, RFC 6455 §4.2.1, items 1, 3 and 4.
import {
  check,
  type CheckContext,
  defineStep,
  expectTruth,
  isBit,
  isTruthy,
} from '../../../src/grading/index.ts';
import {
  drawCase,
  drawConnectionList,
  drawRightRequest,
  drawWord,
  type Request,
  requestWith,
} from './sample-requests.ts';
import { HINTS, MESSAGES, NOTES, where } from './messages.ts';

const FUNCTION = 'estDemandeWebSocket';

type Case = {
  readonly request: Request;
  readonly message: string;
  readonly where: string;
  readonly hint: string;
};

/** One batch: an answer that depends on the call before shows. The first wrong answer is the one reported. */
async function expectAll(
  { calls, note }: CheckContext,
  expected: boolean,
  cases: readonly Case[],
): Promise<void> {
  const all = await calls(
    FUNCTION,
    cases.map(({ request }) => [request]),
  );
  if (all.some(({ value }) => !isBit(value))) note(NOTES.notBoolean);
  for (const [index, returned] of all.entries()) {
    const each = cases[index];
    if (each !== undefined) expectTruth(returned, { expected, ...each });
  }
}

const caseOfUpgrade = (value: string, message: (shown: string) => string, hint: string): Case => ({
  request: requestWith({ entetes: { upgrade: value } }),
  message: message(value),
  where: where.header('upgrade', value),
  hint,
});

const caseOfConnection = (
  value: string,
  message: (shown: string) => string,
  hint: string,
): Case => ({
  request: requestWith({ entetes: { connection: value } }),
  message: message(value),
  where: where.header('connection', value),
  hint,
});

const caseOfMethod = (methode: string): Case => ({
  request: requestWith({ methode }),
  message: MESSAGES.acceptsMethod(methode),
  where: where.property('methode', methode),
  hint: HINTS.method,
});

const caseWithout = (names: readonly string[]): Case => ({
  request: requestWith({ entetes: Object.fromEntries(names.map((name) => [name, null])) }),
  message: MESSAGES.acceptsWithout(names),
  where: where.missing(names),
  hint: HINTS.both,
});

/** What the contract leaves open: said, never graded. An exception there is an answer like another. */
async function remark(
  { outcomes, note }: CheckContext,
  request: Request,
  answer: boolean,
  sentence: string,
): Promise<void> {
  const [outcome] = await outcomes(FUNCTION, [[request]]);
  if (outcome?.status === 'returned' && isTruthy(outcome.value) === answer) note(sentence);
}

export const step = defineStep({
  exports: { 'poignee/reconnaitre.js': [FUNCTION] },
  checks: [
    check({
      id: 'C1',
      title: 'Une demande en règle est reconnue, autant de fois qu’elle vient',
      rfc: '§4.2.1',
      async run(context) {
        const same = {
          request: requestWith(),
          message: MESSAGES.refusesRight,
          where: where.whole,
          hint: HINTS.right,
        };
        const again = { ...same, message: MESSAGES.changesItsMind, hint: HINTS.state };
        const other = { ...same, request: drawRightRequest(context.random) };
        await expectAll(context, true, [same, again, again, other]);
        const withoutKey = requestWith({ entetes: { 'sec-websocket-key': null } });
        await remark(context, withoutKey, false, NOTES.looksAtTheKey);
      },
    }),
    check({
      id: 'C2',
      title: 'Le nom « websocket » est reconnu dans toutes les casses',
      rfc: '§4.2.1',
      async run(context) {
        const values = ['WebSocket', 'WEBSOCKET', drawCase(context.random, 'websocket')];
        const cases = values.map((value) =>
          caseOfUpgrade(value, MESSAGES.refusesUpgrade, HINTS.upgradeCase),
        );
        await expectAll(context, true, cases);
      },
    }),
    check({
      id: 'C3',
      title: 'Le jeton « upgrade » est trouvé dans la liste de Connection, où qu’il soit',
      rfc: '§4.2.1',
      async run(context) {
        const { random } = context;
        const cases = [
          ...['upgrade', 'UPGRADE', drawCase(random, 'upgrade')].map((value) =>
            caseOfConnection(value, MESSAGES.refusesConnection, HINTS.tokenCase),
          ),
          ...['keep-alive, Upgrade', 'Upgrade, keep-alive', 'close, Upgrade, keep-alive'].map(
            (value) => caseOfConnection(value, MESSAGES.refusesConnection, HINTS.list),
          ),
          ...[
            'Upgrade,keep-alive',
            'keep-alive,Upgrade',
            'Upgrade , keep-alive',
            'keep-alive,\tUpgrade',
            'keep-alive,  Upgrade',
            'Upgrade  ,keep-alive',
            drawConnectionList(random),
          ].map((value) => caseOfConnection(value, MESSAGES.refusesConnection, HINTS.spaces)),
        ];
        await expectAll(context, true, cases);
      },
    }),
    check({
      id: 'C4',
      title: 'Une autre méthode que GET n’est pas une demande WebSocket',
      rfc: '§4.2.1',
      async run(context) {
        const word = drawWord(context.random).toUpperCase();
        const methods = ['POST', 'HEAD', 'PUT', 'OPTIONS', 'DELETE', 'PATCH', word, `GET${word}`];
        await expectAll(context, false, methods.map(caseOfMethod));
      },
    }),
    check({
      id: 'C5',
      title: 'Sans Upgrade ou sans Connection, la réponse est non, sans exception',
      rfc: '§4.2.1',
      async run(context) {
        const drawn = drawRightRequest(context.random);
        const name = context.random.pick(['upgrade', 'connection']);
        const entetes = new Map([...drawn.entetes].filter(([each]) => each !== name));
        const all = [...requestWith().entetes.keys()];
        const cases = [['upgrade'], ['connection'], ['upgrade', 'connection'], all].map(
          caseWithout,
        );
        const last = { ...caseWithout([name]), request: { ...drawn, entetes } };
        await expectAll(context, false, [...cases, last]);
      },
    }),
    check({
      id: 'C6',
      title: 'Un Upgrade vers un autre protocole n’est pas une demande WebSocket',
      rfc: '§4.2.1',
      async run(context) {
        const word = drawWord(context.random);
        const values = ['h2c', 'H2C', 'TLS/1.0, HTTP/2.0', word, 'web', 'socket', ''];
        const cases = values.map((value) =>
          caseOfUpgrade(value, MESSAGES.acceptsUpgrade, HINTS.protocol),
        );
        await expectAll(context, false, cases);
        const remarks = [
          ['websocket, h2c', NOTES.acceptsList],
          ['websockets', NOTES.acceptsLonger],
        ] as const;
        for (const [upgrade, sentence] of remarks) {
          await remark(context, requestWith({ entetes: { upgrade } }), true, sentence);
        }
      },
    }),
    check({
      id: 'C7',
      title: 'Un mot qui contient « upgrade » n’est pas le jeton « upgrade »',
      rfc: '§4.2.1',
      async run(context) {
        const word = drawWord(context.random);
        const values = [
          'upgrade-insecure',
          'x-upgrade',
          'keep-alive, Upgrade-Insecure-Requests',
          'X-Upgrade, keep-alive',
          `${word}upgrade`,
          `upgrade${word}`,
          `upgrade-${word}, ${word}-upgrade`,
          'keep-alive',
          'close',
          '',
        ];
        const cases = values.map((value) =>
          caseOfConnection(value, MESSAGES.acceptsConnection, HINTS.token),
        );
        await expectAll(context, false, cases);
      },
    }),
    check({
      id: 'C8',
      title: 'En HTTP/1.0, la réponse est non',
      rfc: '§4.2.1',
      async run(context) {
        const old = {
          request: requestWith({ version: '1.0' }),
          message: MESSAGES.acceptsOldVersion,
          where: where.property('version', '1.0'),
          hint: HINTS.version,
        };
        const drawn = { ...drawRightRequest(context.random), version: '1.0' };
        await expectAll(context, false, [old, { ...old, request: drawn }]);
      },
    }),
  ],
});
