// Grades step 5.7: the page of the chat, on its real document, in a frame that reaches nothing.
import {
  check,
  type CheckContext,
  childElements,
  defineStep,
  fail,
  readPageStart,
  VisitedPage,
  visibleTextOf,
} from '../../../src/grading/index.ts';
import { drawAttacks, expectHarmless, type Place } from './attacks.ts';
import { expectBounded } from './expect-bounded.ts';
import { expectClosed } from './expect-closed.ts';
import { drawExactTexts, expectExact } from './expect-exact.ts';
import { expectSending } from './expect-sending.ts';
import { SHOWN, START } from './page-messages.ts';
import { elementOf, expectLandmarks, expectNoInlineCode } from './page-start.ts';
import { childThatShows, drawMessage, shownList, written } from './received.ts';

const MODULE = 'chat/page/app.js';

/** `installer` is called once in a page, as in a browser: each visit has a page of its own. */
async function visit({ fresh }: CheckContext, index = 0): Promise<VisitedPage> {
  const subject = fresh[index];
  if (subject === undefined) throw new RangeError(`freshSubjects: ${index + 1}`);
  return VisitedPage.open(subject, MODULE);
}

async function expectShown(context: CheckContext): Promise<void> {
  const page = await visit(context);
  const before = elementOf(await page.read(), 'messages').count;
  const messages = Array.from({ length: 3 }, () => drawMessage(context.random));
  for (const [index, message] of messages.entries()) {
    await page.say(written(message));
    const read = await page.read();
    const list = elementOf(read, 'messages');
    const child = childThatShows(read, message.texte, message);
    const text = visibleTextOf(child);
    if (!text.includes(message.auteur)) {
      fail({
        message: SHOWN.noAuthor,
        sent: written(message),
        expected: SHOWN.expected(message.auteur, message.texte),
        actual: text.trim(),
        hint: SHOWN.noAuthorHint,
      });
    }
    // A first child may have said that there was no message yet.
    const added = index + 1;
    if (list.count < added || list.count > before + added) {
      fail({
        message: SHOWN.total(added, list.count - before),
        sent: written(message),
        expected: `${added} enfants de plus`,
        actual: shownList(childElements(list)),
        hint: SHOWN.totalHint,
      });
    }
  }
}

async function expectNoAttack(context: CheckContext, place: Place): Promise<void> {
  const page = await visit(context);
  for (const attack of drawAttacks(context.random, place)) {
    await page.say(written(attack.message));
    expectHarmless(await page.read(), attack, place);
  }
}

export const step = defineStep({
  realm: 'page',
  exports: { [MODULE]: ['installer'] },
  checks: [
    check({
      id: 'C1',
      title: 'La page démarre : le module se lit, et index.html a ses quatre éléments, sans code',
      rfc: null,
      freshSubjects: 1,
      async run(context) {
        const start = await readPageStart(context.subject);
        expectNoInlineCode(start);
        const before = await VisitedPage.readAtStart(context.subject);
        expectLandmarks(before);
        if (!start.scripts.some((address) => /(?:^|\/)demarrage\.js(?:\?|$)/.test(address))) {
          context.note(START.noScript);
        }
        await visit(context);
      },
    }),
    check({
      id: 'C2',
      title: 'Chaque message reçu s’affiche une fois, avec son auteur',
      rfc: null,
      freshSubjects: 1,
      run: expectShown,
    }),
    check({
      id: 'C3',
      title: 'Des balises dans le texte restent du texte : aucun élément n’est créé',
      rfc: null,
      freshSubjects: 1,
      run: (context) => expectNoAttack(context, 'text'),
    }),
    check({
      id: 'C4',
      title: 'Des balises dans le pseudo restent du texte aussi',
      rfc: null,
      freshSubjects: 1,
      run: (context) => expectNoAttack(context, 'author'),
    }),
    check({
      id: 'C5',
      title: 'Retours à la ligne, émojis et « &amp; » s’affichent exactement',
      rfc: null,
      freshSubjects: 1,
      async run(context) {
        const page = await visit(context);
        for (const message of drawExactTexts(context.random)) {
          await page.say(written(message));
          expectExact(await page.read(), message);
        }
      },
    }),
    check({
      id: 'C6',
      title: 'Le formulaire envoie une fois, se vide, et refuse le vide',
      rfc: null,
      freshSubjects: 1,
      async run(context) {
        await expectSending(await visit(context), context);
      },
    }),
    check({
      id: 'C7',
      title: 'Connexion fermée : le champ est désactivé, et une zone vive le dit',
      rfc: null,
      freshSubjects: 2,
      async run(context) {
        await expectClosed(await visit(context, 0), 'close');
        await expectClosed(await visit(context, 1), 'cut');
      },
    }),
    check({
      id: 'C8',
      title: 'Dix mille messages : 500 enfants au plus',
      rfc: null,
      freshSubjects: 1,
      async run(context) {
        await expectBounded(await visit(context), context);
      },
    }),
  ],
});
