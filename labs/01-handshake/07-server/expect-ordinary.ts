// Check C1 of step 1.7: a request that asks for no upgrade is answered, and the answer ends.
import {
  closeServers,
  type CheckContext,
  type Conversation,
  expectHttpLines,
  expectNoPortAtImport,
  fail,
  hasWholeHead,
  isAnswered,
  missingBody,
  splitHttpLines,
  startLineOf,
  statusOf,
  visibleText,
  waitForAnswers,
} from '../../../src/grading/index.ts';
import { ORDINARY } from './messages.ts';
import { ordinaryRequest } from './requests.ts';
import { CREATION, openAlike } from './student-server.ts';

/** Both paths of the options, then one that nobody serves: its status is the student's choice. */
const TARGETS = ['/', '/chat', '/favicon.ico'];
const FREE_CHOICE = '/favicon.ico';

export async function expectOrdinaryAnswers({ subject }: CheckContext): Promise<void> {
  await expectNoPortAtImport(subject, CREATION.module);
  const servers = await openAlike(subject, 1);
  for (const server of servers) {
    const exchanges = await Promise.all(
      TARGETS.map(async (target) => {
        const conversation = await server.connect();
        const request = ordinaryRequest(target);
        await conversation.send(request);
        return { conversation, target, sent: visibleText(request) };
      }),
    );
    await waitForAnswers(
      subject.clock,
      exchanges.map(({ conversation }) => conversation),
      isAnswered,
    );
    for (const { conversation, target, sent } of exchanges) {
      expectOrdinaryAnswer(conversation, target, sent);
      await conversation.end();
    }
    await closeServers(subject, [server]);
  }
}

function expectOrdinaryAnswer(received: Conversation, target: string, sent: string): void {
  const { text, state } = received;
  const head = splitHttpLines(text);
  if (text === '') {
    fail({
      message: ORDINARY.none[state](target),
      sent,
      expected: ORDINARY.expected,
      actual: ORDINARY.noneActual[state],
      hint: ORDINARY.noneHint[state],
    });
  }
  const status = statusOf(head);
  const isWanted =
    target === FREE_CHOICE ? status !== null && status !== 101 : status === 200 || status === 426;
  if (!isWanted) {
    fail({
      message: status === null ? ORDINARY.notHttp : ORDINARY.otherStatus(status, target),
      sent,
      expected: ORDINARY.expected,
      actual: visibleText(startLineOf(head)),
      where: ORDINARY.whereStatus,
      hint:
        status === null
          ? ORDINARY.notHttpHint
          : status === 101
            ? ORDINARY.not101Hint
            : ORDINARY.statusHint,
    });
  }
  expectHttpLines(head, sent);
  expectWhole(received, sent);
}

function expectWhole(received: Conversation, sent: string): void {
  const missing = hasWholeHead(received) ? missingBody(received) : null;
  if (missing === null) return;
  const body = received.text.slice(received.text.indexOf('\r\n\r\n') + 4);
  fail({
    message: ORDINARY.incomplete(missing),
    sent,
    expected: ORDINARY.whole,
    actual: body === '' ? ORDINARY.emptyBody : visibleText(body),
    where: ORDINARY.whereEnd(received.length),
    hint: ORDINARY.incompleteHint[missing.kind],
  });
}
