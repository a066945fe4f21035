// The frame explorer: bits that one changes, bytes that one pastes, and what a receiver says of them.
import type { Page } from '@playwright/test';
import { openDemo } from './harness/demo-bundle.ts';
import { expect, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const status = (page: Page) => page.locator('.demo-live').getByRole('status');
const bit = (page: Page, index: number) =>
  page.getByRole('switch', { name: new RegExp(`^bit ${index},`) });
const hex = (page: Page) => page.getByLabel('Octets, en hexadécimal');

async function open(page: Page, options: Parameters<typeof openDemo>[2] = {}): Promise<void> {
  await openDemo(page, 'demo-frame', options);
  await page.locator('.demo-choice').first().click();
  await expect(bit(page, 0)).toBeVisible();
}

test('a press on a bit changes it, its bytes and what is said', async ({ page }) => {
  await open(page);
  await expect(bit(page, 0)).toHaveAttribute('aria-checked', 'true');
  await bit(page, 0).click();
  await expect(bit(page, 0)).toHaveAttribute('aria-checked', 'false');
  await expect(hex(page)).toHaveValue(/^01 85/);
  await expect(status(page)).toContainText('Premier fragment d’un message texte');
  await expect(page.getByLabel('Exemple')).toHaveValue('');
  await bit(page, 1).click();
  await expect(status(page)).toContainText(/Bit 1 \(RSV1\) à 1\. RSV1.*RFC.6455.§5\.2/);
});

test('arrows walk in the grid, which is one stop for Tab, and Space keeps the place', async ({
  page,
}) => {
  await open(page);
  await hex(page).focus();
  await page.keyboard.press('Tab');
  await expect(bit(page, 0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(bit(page, 32)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await expect(bit(page, 31)).toBeFocused();
  await page.keyboard.press('Home');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(bit(page, 4)).toBeFocused();
  await expect(status(page)).toContainText('Bit 4 (opcode) à 1.');
  await expect(page.locator('.frame-line')).toContainText('0x9');
});

test('bytes are pasted as people write them; what is no hexadecimal is said, and changes nothing', async ({
  page,
}) => {
  await open(page);
  await hex(page).fill('0x82, 0x7e, 0x00, 0x01, 0xff');
  await expect(status(page)).toContainText('Une forme plus courte de la longueur suffisait');
  await hex(page).fill('82 7e 0');
  await expect(hex(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(status(page)).toContainText('paires de chiffres hexadécimaux');
  await expect(bit(page, 39)).toBeVisible();
  await hex(page).fill('ff'.repeat(2_000));
  await expect(status(page)).toContainText('1024 octets au plus');
  await hex(page).fill('');
  await expect(status(page)).toContainText('choisissez un exemple');
});

test('who sends the frame decides whether it should be masked', async ({ page }) => {
  await open(page, { attributes: { 'data-octets': '81 05 48 65 6c 6c 6f' } });
  await expect(status(page)).toContainText('« Hello »');
  await page.getByLabel('Envoyée par').selectOption('un client');
  await expect(status(page)).toContainText('MASK devrait valoir 1');
});

test('pointing at a field lights its row, in a page', async ({ page }) => {
  await open(page);
  await bit(page, 20).hover();
  await expect(page.locator('.frame-table .lit')).toContainText('clé de masquage');
  await expect(page.locator('.frame-line')).toContainText('bits 16–47');
});

test('every example fits a slide', async ({ page }) => {
  await page.setViewportSize(SIZES.desktop);
  await open(page, { place: 'slide' });
  const examples = page.getByLabel('Exemple');
  for (const name of await examples.locator('option:not([value=""])').allTextContents()) {
    await examples.selectOption(name);
    const { bottom, right } = await page.locator('.demo-live').evaluate((demo) => {
      const { bottom, right } = demo.getBoundingClientRect();
      return { bottom, right };
    });
    expect.soft(bottom, name).toBeLessThanOrEqual(692);
    expect.soft(right, name).toBeLessThanOrEqual(1216.5);
  }
});

test('a phone draws eight bits to a row, each large enough for a finger', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await open(page);
  await expectNoSidewaysScroll(page);
  const box = await bit(page, 9).boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
});
