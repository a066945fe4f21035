// The retrieval questions as a reader meets them: by keyboard, wrong then right, the day after, without a script, at 320 px.
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './site-test.ts';

const ADDRESS = '/questions/';

test('a wrong answer is explained beside the right one, and another try is one key away', async ({
  page,
}) => {
  test.slow();
  await page.goto(ADDRESS);
  const question = page.locator('#q-qui-masque');
  await question.getByRole('button', { name: 'Vérifier' }).click();
  await expect(question.getByRole('status')).toHaveText('Choisissez d’abord une réponse.');
  await question.getByRole('radio', { name: /Toutes/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toContainText('la bonne réponse est marquée');
  await expect(question.getByText('votre réponse')).toBeVisible();
  await expect(question.getByText('doit fermer la connexion')).toBeVisible();
  await expect(question.getByText('le serveur n’en masque aucune').first()).toBeVisible();
  await question.getByRole('button', { name: 'Répondre de nouveau' }).click();
  await question.getByRole('radio', { name: /Celles du client/ }).check();
  await question.getByRole('button', { name: 'Vérifier' }).click();
  await expect(question.getByRole('status')).toContainText('C’est la bonne réponse.');
  await expectAccessible(page);
});

test('what was answered comes back the day after: home says how many, and shows only those', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-28T20:00:00') });
  await page.goto(ADDRESS);
  for (const id of ['qui-masque', 'octets-ok']) {
    const question = page.locator(`#q-${id}`);
    await question.getByRole('radio').first().check();
    await question.getByRole('button', { name: 'Vérifier' }).click();
    await expect(question.getByRole('status')).toContainText('Elle reviendra demain.');
  }
  await page.goto('/');
  await expect(page.getByRole('link', { name: /à revoir/ })).toBeHidden();
  await page.clock.setSystemTime(new Date('2026-11-30T08:00:00'));
  await page.reload();
  await page.getByRole('link', { name: '2 questions à revoir' }).click();
  await expect(page.locator('quiz-question:visible')).toHaveCount(2);
  await page.getByRole('button', { name: /Ne montrer que/ }).click();
  expect(await page.locator('quiz-question:visible').count()).toBeGreaterThan(30);
});

test('the questions fit 320 px, and are accessible in the dark too', async ({ page }) => {
  // Forty forms take axe its time.
  test.slow();
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(ADDRESS);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('a chapter ends with its questions', async ({ page }) => {
  await page.goto('/cours/masque/');
  await expect(page.getByRole('heading', { name: 'Sans relire' })).toBeVisible();
  await expect(
    page.locator('#q-qui-masque').getByRole('button', { name: 'Vérifier' }),
  ).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each answer is under a fold', async ({ page }) => {
    await page.goto(ADDRESS);
    const question = page.locator('#q-qui-masque');
    await expect(question.getByRole('button')).toHaveCount(0);
    await question.getByText('Voir la réponse').click();
    await expect(question.getByText('le serveur n’en masque aucune').last()).toBeVisible();
  });
});
