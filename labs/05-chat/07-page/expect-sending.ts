// C6: what a visitor writes leaves once, by the key and by the button, and never when it is blank.
import {
  attributeOf,
  type CheckContext,
  elementById,
  elementsOf,
  fail,
  type Gesture,
  type PageElement,
  type Sent,
  type VisitedPage,
} from '../../../src/grading/index.ts';
import { SENDING } from './page-messages.ts';
import { drawWord } from './received.ts';

type Way = 'enter' | 'press';

const BLANKS = ['', '   ', '\t '] as const;

export async function expectSending(page: VisitedPage, { random }: CheckContext): Promise<void> {
  const texts = [`bonjour ${drawWord(random)}`, `« ${drawWord(random)} » & <b>, c’est du texte 😀`];
  const ways = await waysOf(page);
  for (const [index, way] of ways.entries()) await expectOne(page, texts[index] ?? '', way);
  for (const blank of BLANKS) {
    for (const way of ways) await expectNone(page, blank, way);
  }
  // The fence: what a blank message would have sent has had its time.
  await expectOne(page, `encore ${drawWord(random)}`, 'enter');
}

/** A form without a button is sent by the key alone. */
async function waysOf(page: VisitedPage): Promise<readonly Way[]> {
  const read = await page.read();
  const form = elementById(read, 'formulaire');
  const inside = form === null ? [] : [...elementsOf(form)];
  const outside = [...elementsOf(read)].filter(
    (element) => attributeOf(element, 'form') === 'formulaire',
  );
  return [...inside, ...outside].some(isButton) ? ['enter', 'press'] : ['enter', 'enter'];
}

function isButton(element: PageElement): boolean {
  const type = attributeOf(element, 'type')?.toLowerCase() ?? '';
  if (element.name === 'button') return type !== 'reset';
  return element.name === 'input' && ['submit', 'image', 'button'].includes(type);
}

async function act(page: VisitedPage, text: string, way: Way): Promise<readonly Sent[]> {
  const before = page.sent.length;
  const sent = gestureOf(text, way);
  expectDone(await page.type(text), sent);
  expectDone(await page[way](), sent);
  return page.sent.slice(before);
}

const gestureOf = (text: string, way: Way): string => `« ${text} » dans #texte, ${SENDING[way]}`;

function expectDone(gesture: Gesture, sent: string): void {
  if (!gesture.done) {
    fail({
      message: SENDING.missing(gesture.missing),
      sent,
      expected: SENDING.writable,
      hint: SENDING.missingHint,
    });
  }
  if (!gesture.reloads) return;
  fail({
    message: SENDING.reloads,
    sent,
    expected: SENDING.noReload,
    actual: SENDING.reloadsActual,
    hint: SENDING.reloadsHint,
  });
}

async function expectOne(page: VisitedPage, text: string, way: Way): Promise<void> {
  const sent = await act(page, text, way);
  const expected = JSON.stringify({ type: 'dire', texte: text });
  const context = { sent: gestureOf(text, way), expected };
  const [first] = sent;
  if (first === undefined) {
    fail({ ...context, message: SENDING.nothing(SENDING[way]), hint: SENDING.nothingHint });
  }
  if (sent.length > 1) {
    fail({
      ...context,
      message: SENDING.several(SENDING[way], sent.length),
      actual: sent.map(shown).join('\n'),
      hint: SENDING.severalHint,
    });
  }
  if (first.kind === 'binary') {
    fail({ ...context, message: SENDING.binary, actual: shown(first), hint: SENDING.binaryHint });
  }
  const message = parsed(first.text);
  if (message === null) {
    fail({ ...context, message: SENDING.notJson, actual: first.text, hint: SENDING.otherHint });
  }
  if (message.type !== 'dire' || (message.texte !== text && message.texte !== text.trim())) {
    fail({ ...context, message: SENDING.other, actual: first.text, hint: SENDING.otherHint });
  }
  const field = elementById(await page.read(), 'texte');
  if ((field?.value ?? '') === '') return;
  fail({
    ...context,
    message: SENDING.kept,
    expected: '#texte vide',
    actual: `#texte contient « ${field?.value ?? ''} »`,
    hint: SENDING.keptHint,
  });
}

async function expectNone(page: VisitedPage, blank: string, way: Way): Promise<void> {
  const sent = await act(page, blank, way);
  if (sent.length === 0) return;
  fail({
    message: SENDING.blank,
    sent: gestureOf(blank, way),
    expected: 'rien',
    actual: sent.map(shown).join('\n'),
    hint: SENDING.blankHint,
  });
}

function shown(sent: Sent): string {
  return sent.kind === 'text' ? sent.text : `${sent.size} octets`;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
