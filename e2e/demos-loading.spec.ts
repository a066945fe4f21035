// How demos come: late, once each, and what stands there when they cannot come.
import { openDemo } from './harness/demo-bundle.ts';
import { expect, test } from './site-test.ts';

test('a demo whose script does not come keeps its static form, and says why nothing moves', async ({
  page,
  complaints,
}) => {
  await openDemo(page, 'demo-xor', { unreachable: /^xor-.*\.js$/ });
  await expect(page.getByRole('status')).toContainText('n’a pas pu être chargée');
  await expect(page.locator('.demo-static')).toBeVisible();
  complaints.length = 0;
});

test('a demo that leaves the page is its static form again, and asks again when it comes back', async ({
  page,
}) => {
  await openDemo(page, 'demo-xor');
  await page.locator('.demo-choice').first().click();
  const demo = page.locator('demo-xor');
  await demo.evaluate((element) => {
    const place = element.parentElement;
    element.remove();
    place?.append(element);
  });
  await expect(demo.locator('.demo-live')).toHaveCount(1);
  await expect(demo.locator('.demo-choice').first()).toBeVisible();
  await expect(demo.locator('.demo-stage')).toHaveCount(0);
  await demo.evaluate((element) => {
    document.body.replaceChildren(...element.childNodes);
  });
  await expect(page.locator('.demo-static')).toBeVisible();
});
