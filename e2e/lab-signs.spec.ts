// What is read closely: ␍ and ␊ in a message, at a glance on a phone too; the short code of a consigne, without scrolling it.
import { expect, SIZES, test } from './site-test.ts';

for (const [name, size] of Object.entries(SIZES)) {
  test(`line ends are drawn by their names, each line on its own, on a ${name}`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.goto('/labos/poignee-de-main/1-8/');
    await page.locator('[data-run]').click();
    await expect(page.locator('lab-results')).toHaveAttribute('data-state', 'graded', {
      timeout: 30_000,
    });
    const sent = page.locator('[data-kind=sent] code').first();
    await expect(sent).toContainText('GET /chat HTTP/1.1␍␊');
    const sign = sent.locator('.sign').first();
    const drawn = await sign.evaluate((each) => {
      const style = getComputedStyle(each, '::before');
      return { words: style.content, size: parseFloat(style.fontSize) };
    });
    expect(drawn.words).toContain('CR');
    expect(drawn.size).toBeGreaterThanOrEqual(14);
    const lines = (await sent.innerText()).split('\n');
    expect(lines[0]).toBe('GET /chat HTTP/1.1␍␊');
    expect(lines[1]).toMatch(/^Host: /);
  });
}

for (const step of ['5-3', '5-5', '5-6']) {
  test(`on a phone, no line of the consigne of ${step} is cut`, async ({ page }) => {
    await page.setViewportSize(SIZES.phone);
    await page.goto(`/labos/chat/${step}/`);
    const blocks = page.locator('.prose pre');
    await expect(blocks.first()).toBeVisible();
    const excess = await blocks.evaluateAll((all) =>
      all.map((block) => block.scrollWidth - block.clientWidth),
    );
    expect(Math.max(...excess)).toBeLessThanOrEqual(0);
  });
}
