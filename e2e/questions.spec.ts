// The questions inside a step: answered, judged with the code, kept, shared between tabs; by keyboard and on a phone.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { allSteps, loadCourse, type Step } from '../src/catalog/index.ts';
import type { Question } from '../src/grading/index.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const steps = allSteps(await loadCourse(path.resolve(import.meta.dirname, '..')));
const isChoice = ({ answer }: Question) => answer.kind === 'choice';
const step = steps.find(({ files, questions }) => files.length > 0 && questions.some(isChoice));
if (step === undefined) throw new Error('No step of the course has a file and a question');
const { questions, address, number } = step;
const [first, second] = questions;

const status = (page: Page) => page.locator('lab-results [role=status]');
const field = (page: Page, id = first?.id ?? '') => page.locator(`[data-question="${id}"]`);
const option = (page: Page, question: Question | undefined, id: string) =>
  field(page, question?.id).locator(`input[value="${id}"]`);
const item = (page: Page, id = first?.id ?? '') => page.locator(`.check[data-id="CQ-${id}"]`);

const right = (question: Question | undefined): string =>
  question?.answer.kind === 'choice' ? question.answer.right : '';

function wrong(question: Question | undefined): string {
  if (question?.answer.kind !== 'choice') return '';
  const { options, right } = question.answer;
  return options.find(({ id }) => id !== right)?.id ?? '';
}

async function open(page: Page): Promise<void> {
  await page.goto(address);
  await expect(page.locator('.cm-content')).toBeVisible();
}

/** Types the solution of every file, as a student who knows it would. */
async function solve(page: Page, { solution, files }: Step): Promise<void> {
  for (const file of files) {
    await page.locator(`[data-file="${file}"]`).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(solution[file] ?? '');
  }
}

async function run(page: Page): Promise<void> {
  await page.locator('[data-run]').click();
  const results = page.locator('lab-results');
  await expect(results).not.toHaveAttribute('data-state', 'running', { timeout: 30_000 });
  await expect(results).toHaveAttribute('data-state', 'graded');
}

test('a question is a group of answers with a name, neutral until it is judged', async ({
  page,
}) => {
  await open(page);
  await expect(page.getByRole('group')).toHaveCount(questions.length);
  await expect(field(page)).toHaveAttribute('data-status', 'neutral');
  await expect(field(page).locator('.question-verdict')).toBeHidden();
  await option(page, first, wrong(first)).check();
  await expect(field(page)).toHaveAttribute('data-status', 'neutral');
});

test('a wrong answer is explained beside its question, and among the checks', async ({ page }) => {
  await open(page);
  await option(page, first, wrong(first)).check();
  await run(page);
  await expect(field(page)).toHaveAttribute('data-status', 'fail');
  await expect(field(page).locator('.question-verdict')).toContainText('Ce n’est pas cela.');
  await expect(item(page)).toHaveAttribute('data-status', 'fail');
  await item(page).locator('summary').click();
  await item(page).getByRole('button', { name: 'Voir la question' }).click();
  await expect(option(page, first, wrong(first))).toBeFocused();
  await option(page, first, right(first)).check();
  await expect(field(page)).toHaveAttribute('data-status', 'neutral');
  await expect(field(page).locator('.question-verdict')).toHaveText(
    'Réponse changée depuis la vérification.',
  );
  await run(page);
  await expect(field(page)).toHaveAttribute('data-status', 'pass');
  await expect(field(page).locator('.question-verdict')).toContainText('Juste.');
});

test('a wrong answer that nobody foresaw says what to look at', async ({ page }) => {
  const byHand = steps.find((each) => each.questions.some(({ answer }) => answer.kind === 'bytes'));
  const question = byHand?.questions.find(({ answer }) => answer.kind === 'bytes');
  await page.goto(byHand?.address ?? '');
  await field(page, question?.id).getByRole('textbox').fill('c3');
  await run(page);
  await expect(field(page, question?.id).locator('.question-verdict')).toHaveText(
    /^Ce n’est pas cela\. «\u202fc3\u202f» n’est pas la bonne réponse\. Relisez .*§5\.3.*, puis changez votre réponse\.$/,
  );
});

test('a step without code speaks of the free trial, never of code', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  const asking = steps.find(({ files }) => files.length === 0);
  await page.goto(asking?.address ?? '');
  await expect(page.locator('.views button')).toHaveText(['Consigne', 'Essai libre', 'Résultat']);
  await page.locator('.views').getByRole('button', { name: 'Essai libre' }).click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('0x48 ^ 0x37;');
  await run(page);
  await expect(page.locator('.console-empty')).toHaveText('Rien n’a été affiché.');
});

test('the step is passed once its code is right and its questions are answered', async ({
  page,
}) => {
  await open(page);
  await solve(page, step);
  await run(page);
  await expect(status(page)).toContainText(/Il reste .*question.*, sous la consigne\./);
  await expect(item(page)).toContainText('pas encore répondu');
  await expect(field(page).locator('.question-verdict')).toHaveText('Pas encore répondu.');
  await expect(page.locator('[data-passed]')).toBeHidden();
  await expect(page.locator('.whats-next')).toBeHidden();
  for (const question of questions) await option(page, question, right(question)).check();
  await expect(field(page).locator('.question-verdict')).toHaveText('Réponse pas encore vérifiée.');
  await run(page);
  const all = step.checks.length;
  await expect(status(page)).toContainText(`${all} vérifications sur ${all} réussies.`);
  await expect(page.locator('[data-passed]')).toBeVisible();
  await expect(page.locator('.whats-next')).toBeVisible();
});

test('a right answer is judged beside code that does not load', async ({ page }) => {
  await open(page);
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('export function (');
  await option(page, first, right(first)).check();
  await run(page);
  await expect(status(page)).toContainText('ne se charge pas encore');
  await expect(field(page)).toHaveAttribute('data-status', 'pass');
});

test('answers are kept across reloads, as the student’s file « reponses.json »', async ({
  page,
}) => {
  await open(page);
  await option(page, first, right(first)).check();
  await option(page, second, wrong(second)).check();
  await page.reload();
  await expect(option(page, first, right(first))).toBeChecked();
  await expect(option(page, second, wrong(second))).toBeChecked();
  await expect(field(page)).toHaveAttribute('data-status', 'neutral');
  const kept = await page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const opening = indexedDB.open('trame');
        opening.onsuccess = () => {
          const store = opening.result.transaction('files').objectStore('files');
          const reading = store.get('trame-file:reponses.json');
          reading.onsuccess = () => {
            resolve(reading.result);
          };
        };
      }),
  );
  const { text } = kept as { text: string };
  expect(JSON.parse(text)).toEqual({
    [`${number}/${first?.id ?? ''}`]: right(first),
    [`${number}/${second?.id ?? ''}`]: wrong(second),
  });
});

/** The page's own scripts wait until what it returns is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const asked = Promise.withResolvers<undefined>();
  await page.route('**/_astro/*.js', async (route) => {
    await asked.promise;
    await route.continue();
  });
  return () => {
    asked.resolve(undefined);
  };
}

test('answers given before the page’s scripts have come are kept like the others', async ({
  page,
}) => {
  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: 'commit' });
  await option(page, first, right(first)).check();
  release();
  await expect(page.locator('.cm-content')).toBeVisible();
  await run(page);
  await expect(field(page)).toHaveAttribute('data-status', 'pass');
  await page.reload();
  await expect(option(page, first, right(first))).toBeChecked();
});

test('what a reload puts back of an older page yields to the answer that was kept', async ({
  page,
}) => {
  await open(page);
  await option(page, first, right(first)).check();
  const release = await holdScripts(page);
  await page.reload({ waitUntil: 'commit' });
  await option(page, first, wrong(first)).check();
  release();
  await expect(option(page, first, right(first))).toBeChecked();
});

test('two tabs show the same answers, and neither loses the other’s', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await option(page, first, right(first)).check();
  await expect(option(other, first, right(first))).toBeChecked();
  await option(other, second, right(second)).check();
  await expect(option(page, second, right(second))).toBeChecked();
  await expect(option(page, first, right(first))).toBeChecked();
});

test('with storage denied, questions are answered and judged all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get: denied });
    }
  });
  await open(page);
  await option(page, first, right(first)).check();
  await run(page);
  await expect(field(page)).toHaveAttribute('data-status', 'pass');
});

test('the keyboard alone answers', async ({ page }) => {
  await open(page);
  await field(page).locator('input').first().focus();
  await page.keyboard.press('Space');
  await expect(field(page).locator('input').first()).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(field(page).locator('input').nth(1)).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded');
  await expect(field(page)).not.toHaveAttribute('data-status', 'neutral');
});

for (const [name, size] of Object.entries(SIZES)) {
  test(`the questions are accessible and fit, judged, on a ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto(address);
    await option(page, first, right(first)).check();
    await option(page, second, wrong(second)).check();
    await run(page);
    if (name === 'phone') await page.getByRole('button', { name: 'Consigne' }).click();
    await expect(field(page)).toHaveAttribute('data-status', 'pass');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}
