// The inspector as a student meets it: by eye, by keyboard, on a phone, with bytes that break the rules and with too many of them.
import type { Page } from '@playwright/test';
import { openInspector } from './harness/inspector-bundle.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, SIZES, test } from './site-test.ts';

const REQUEST = [
  'GET /chat HTTP/1.1',
  'Host: labo.test',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Protocol: chat, superchat',
  'Origin: http://labo.test',
];
const RESPONSE = [
  'HTTP/1.1 101 Switching Protocols',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
  'Sec-WebSocket-Protocol: chat',
];
/** RFC 6455 §5.7. */
const MASKED_HELLO = '81 85 37 fa 21 3d 7f 9f 4d 51 58';

const head = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;

/** Pushes bytes: text as latin1, or pairs of hexadecimal digits. */
async function push(
  page: Page,
  direction: 'received' | 'sent',
  what: { text: string } | { hex: string },
  connection = 1,
): Promise<void> {
  const codes =
    'text' in what
      ? Array.from(what.text, (character) => character.charCodeAt(0))
      : what.hex.split(' ').map((pair) => Number.parseInt(pair, 16));
  await page.evaluate(
    ([codes, direction, connection]) => {
      document.querySelector('wire-inspector')?.push({
        kind: 'bytes',
        connection,
        at: 12,
        direction,
        bytes: Uint8Array.from(codes),
        omitted: 0,
      });
    },
    [codes, direction, connection] as const,
  );
}

async function pushConversation(page: Page): Promise<void> {
  await page.evaluate(() => {
    document
      .querySelector('wire-inspector')
      ?.push({ kind: 'opened', connection: 1, at: 0, label: 'Visiteur 1' });
  });
  await push(page, 'received', { text: head(REQUEST) });
  await push(page, 'sent', { text: head(RESPONSE) });
  await push(page, 'received', { hex: MASKED_HELLO });
  await push(page, 'sent', { hex: '81 05 48 65 6c 6c 6f' });
}

const entry = (page: Page, name: RegExp | string) => page.getByRole('button', { name });

test('an empty inspector says what will come', async ({ page }) => {
  await openInspector(page);
  await expect(page.getByText('Rien n’est encore passé')).toBeVisible();
  await expectAccessible(page);
});

test('a conversation is listed in order, with its direction and what it is', async ({ page }) => {
  await openInspector(page);
  await pushConversation(page);
  const rows = page.getByRole('table', { name: 'Octets échangés' }).getByRole('row');
  await expect(rows).toHaveCount(6);
  await expect(rows.nth(2)).toContainText('reçu');
  await expect(rows.nth(2)).toContainText('Requête d’ouverture /chat');
  await expect(rows.nth(3)).toContainText('envoyé');
  await expect(rows.nth(3)).toContainText('Réponse 101');
  await expect(rows.nth(4)).toContainText('Trame texte, 5 octets, masquée');
});

test('each line of a request says what it is for, and which accept key it expects', async ({
  page,
}) => {
  await openInspector(page);
  await pushConversation(page);
  await entry(page, /Requête/).click();
  const lines = page.getByRole('table', { name: 'Chaque ligne' });
  await expect(lines.getByRole('row', { name: /Sec-WebSocket-Key/ })).toContainText(
    's3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
  );
  await expect(lines.getByRole('row', { name: /Sec-WebSocket-Protocol/ })).toContainText(
    'chat, superchat',
  );
  await expect(lines.getByText('CR LF')).toHaveCount(REQUEST.length + 1);
  await expect(page.getByText('Cette requête ouvre une connexion WebSocket.')).toBeVisible();
});

test('a wrong accept key is a fault that names the right one', async ({ page }) => {
  await openInspector(page);
  await push(page, 'received', { text: head(REQUEST) });
  await push(page, 'sent', { text: head(RESPONSE).replace('s3pP', 'AAAA') });
  await expect(entry(page, /Réponse/)).toContainText('faute');
  await entry(page, /Réponse/).click();
  const line = page.getByRole('row', { name: /Sec-WebSocket-Accept/ });
  await expect(line).toContainText('faute');
  await expect(line).toContainText('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
});

test('a frame is a table of fields with bits, value, meaning and source, then a picture', async ({
  page,
}) => {
  await openInspector(page);
  await pushConversation(page);
  await entry(page, /masquée/).click();
  const fields = page.getByRole('table', { name: 'Les champs de la trame' });
  await expect(fields.getByRole('row')).toHaveCount(1 + 9);
  const key = fields.getByRole('row', { name: /clé de masquage/ });
  await expect(key).toContainText('16–47');
  await expect(key).toContainText('37 fa 21 3d');
  await expect(key).toContainText('RFC 6455 §5.3');
  await expect(fields.getByRole('row', { name: /^données/ })).toContainText('Hello');
  await expect(page.getByRole('table', { name: 'masquées puis démasquées' })).toContainText(
    '48 65 6c 6c 6f',
  );
  const order = await page.locator('.details').evaluate((details) => {
    const [table, picture] = ['.field-table', '.bit-grid'].map((it) => details.querySelector(it));
    return table?.compareDocumentPosition(picture ?? details);
  });
  expect(order).toBe(4);
});

test('pointing at a field, or focusing its row, lights its bits and its bytes', async ({
  page,
}) => {
  await openInspector(page);
  await pushConversation(page);
  await entry(page, /masquée/).click();
  await page.getByRole('row', { name: /clé de masquage/ }).focus();
  await expect(page.locator('.bit-grid .lit')).toContainText([/clé de masquage/]);
  await expect(page.locator('.hex-dump .lit')).toHaveText(/37 fa 21 3d/);
  await page.locator('.bit-grid .field-opcode').hover();
  await expect(page.locator('.field-table .lit')).toContainText('opcode');
});

test('the list is one stop for Tab, and arrows walk in it', async ({ page }) => {
  await openInspector(page);
  await pushConversation(page);
  // Entries are drawn a little after they come: all are there before the walk.
  await expect(page.locator('.entries tbody tr')).toHaveCount(5);
  await entry(page, /Requête/).click();
  await entry(page, /Requête/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(entry(page, /Réponse/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Réponse 101' })).toBeVisible();
  await expect(entry(page, /Réponse/)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Effacer' })).toBeFocused();
});

test('a frame that is still coming says how much of it is there, and fills in place', async ({
  page,
}) => {
  await openInspector(page, 'starts-with="frames"');
  await push(page, 'received', { hex: MASKED_HELLO.slice(0, 8 * 3 - 1) });
  const row = entry(page, /Trame texte/);
  await expect(row).toHaveText(/en cours\s: 8\soctets sur 11/);
  await row.click();
  const payload = page.getByRole('row', { name: /^données/ });
  await expect(payload).toContainText('3 octets à venir');
  await push(page, 'received', { hex: MASKED_HELLO.slice(8 * 3) });
  await expect(row).toHaveText('Trame texte, 5 octets, masquée');
  await expect(payload).toContainText('Hello');
});

test('a broken rule says what, where and by which section, and the rest stays raw', async ({
  page,
}) => {
  await openInspector(page, 'starts-with="frames"');
  await push(page, 'sent', { hex: '83 00 81 05 48' });
  await entry(page, /opcode inconnu/).click();
  await expect(page.getByRole('list', { name: 'Ce que la RFC refuse' })).toContainText(
    /opcode est réservé.*octet\s0, RFC 6455 §5\.2/,
  );
  await expect(entry(page, /3\soctets non reconnus/)).toBeVisible();
});

test('in lab 1 what follows the 101 is bytes, for lab 3', async ({ page }) => {
  await openInspector(page, 'frames-later');
  await pushConversation(page);
  await entry(page, /11\soctets/).click();
  await expect(page.getByText('Vous saurez les lire au labo 3.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Octets', exact: true })).toContainText(
    '81 85 37 fa 21 3d 7f 9f 4d 51 58',
  );
});

test('several connections are told apart, and one can be shown alone', async ({ page }) => {
  await openInspector(page, 'starts-with="frames"');
  await push(page, 'sent', { hex: '89 00' }, 1);
  await push(page, 'sent', { hex: '8a 00' }, 2);
  await expect(entry(page, /octet/)).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Connexion' }).selectOption('Connexion 2');
  await expect(entry(page, /octet/)).toHaveText(['Pong, 0 octet']);
});

test('a flood of frames leaves the page alive and the latest entries listed', async ({ page }) => {
  await openInspector(page, 'starts-with="frames"');
  const [idle, usual] = await page.evaluate(async () => {
    const inspector = document.querySelector('wire-inspector');
    const ping = Uint8Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 0x89 : 0));
    /** The median time between two frames of the screen, `work` being done in each. */
    const measure = async (work: (frame: number) => void): Promise<number> => {
      const gaps: number[] = [];
      let last = performance.now();
      for (let frame = 0; frame < 30; frame++) {
        work(frame);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        gaps.push(performance.now() - last);
        last = performance.now();
      }
      return gaps.sort((a, b) => a - b)[gaps.length / 2] ?? 0;
    };
    return [
      await measure(() => undefined),
      await measure((frame) => {
        for (let chunk = 0; chunk < 10; chunk++) {
          const event = { connection: 1, at: frame, direction: 'sent', omitted: 0 } as const;
          inspector?.push({ kind: 'bytes', bytes: ping, ...event });
        }
      }),
    ] as const;
  });
  // 30,000 frames, on a machine that may be busy with other tests: compared with the same page at rest.
  expect(usual).toBeLessThan(5 * idle + 100);
  await expect(page.getByText('Les 500 derniers échanges sur 30 000')).toBeVisible();
  await expect(page.locator('.entries tbody tr')).toHaveCount(500);
});

test('« Effacer » forgets, and the connections go on', async ({ page }) => {
  await openInspector(page);
  await pushConversation(page);
  await page.getByRole('button', { name: 'Effacer' }).click();
  await expect(page.getByText('Rien n’est encore passé')).toBeVisible();
  await push(page, 'sent', { hex: '88 02 03 e9' });
  await entry(page, 'Fermeture 1001').click();
  await expect(page.getByRole('row', { name: /code de fermeture/ })).toContainText(
    'l’un des deux s’en va',
  );
});

test('on a phone the details take the place of the list, and give it back', async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  await openInspector(page);
  await pushConversation(page);
  await entry(page, /masquée/).click();
  await expect(page.getByRole('heading', { name: /masquée/ })).toBeFocused();
  await expect(entry(page, /Réponse/)).toBeHidden();
  await page.getByRole('button', { name: 'Retour à la liste' }).click();
  await expect(entry(page, /masquée/)).toBeFocused();
});

for (const [name, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe objects to nothing in a head or a frame, ${name}, ${colorScheme}`, async ({
      page,
    }) => {
      // Two pages' worth of axe.
      test.slow();
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await openInspector(page);
      await pushConversation(page);
      await entry(page, /Requête/).click();
      await expectAccessible(page);
      if (name === 'phone') await page.getByRole('button', { name: 'Retour à la liste' }).click();
      await entry(page, /masquée/).click();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  }
}

test('nothing of it sticks out at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openInspector(page);
  await pushConversation(page);
  await entry(page, /masquée/).click();
  await expectNoSidewaysScroll(page);
});
