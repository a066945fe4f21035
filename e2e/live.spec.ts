// A student's server online: real browsers, `ws` and bare TCP get their answer from it, however many and busy.
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { createTrameServer } from '../src/server/trame-server.ts';
import {
  goOnline,
  knock,
  LAB,
  SOLUTION,
  status,
  visit,
  visitorIn,
  visits,
} from './harness/live-step.ts';
import { expect, SITE, test } from './site-test.ts';

test('a browser’s own WebSocket gets its 101 from the student’s server, and the student sees it', async ({
  page,
}) => {
  const address = await goOnline(page);
  await expect(status(page)).toContainText('0 visiteur pour l’instant');
  const visitor = await visit(page, address);
  await expect(visitorIn(visitor, 'open')).toContainText('Connexion ouverte');
  await expect(status(page)).toHaveText(
    'Un navigateur vient d’accepter votre 101. 1 visiteur connecté.',
  );
  await expect(visits(page)).toContainText('ouverte');
  const later = page.getByText('vous saurez les lire au labo 3').first();
  await expect(later).toBeHidden();
  await visitor.getByLabel('Message à envoyer').fill('Bonjour');
  await visitor.keyboard.press('Enter');
  await expect(later).toBeVisible();
  await expect(page.locator('wire-inspector')).toContainText('Réponse 101');
  await expect(visitor.getByText('Le serveur n’a rien répondu')).toBeVisible();
  await expect(page.locator('.run-bar [data-drawer=visitors]')).toHaveText('En ligne · 1');
  await visitor.context().close();
  await expect(visits(page)).not.toContainText('ouverte');
});

test('a visitor that closes and gets no answer to its Close is no longer counted as there', async ({
  page,
}) => {
  const visitor = await visit(page, await goOnline(page));
  await expect(visits(page)).toContainText('ouverte');
  await visitor.getByRole('button', { name: 'Fermer la connexion' }).click();
  // The server of lab 1 reads no frame: the browser itself would wait for its Close for ten seconds or more.
  await expect(visitorIn(visitor, 'closing')).toBeVisible();
  await expect(visits(page)).toContainText('fermée par le visiteur');
  await expect(status(page)).toContainText('0 visiteur connecté, 1 en tout.');
  await expect(visitorIn(visitor, 'closing')).toBeVisible();
  await visitor.context().close();
});

test('the visitor opened here offers subprotocols and says which was chosen', async ({ page }) => {
  await goOnline(page);
  const [visitor] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Ouvrir un visiteur ici' }).click(),
  ]);
  await visitor.getByLabel('Sous-protocoles à proposer').fill('inconnu, superchat');
  await visitor.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(visitorIn(visitor, 'open')).toContainText('superchat');
  await visitor.getByLabel('Sous-protocoles à proposer').fill('avec espace');
  await visitor.getByRole('button', { name: 'Se reconnecter' }).click();
  await expect(visitorIn(visitor, 'closed')).toContainText('sans espace');
});

test('`ws` and bare TCP are visitors like others; a refusal is the student’s own', async ({
  page,
  site,
}) => {
  const address = await goOnline(page);
  expect(await knock(address, ['chat'])).toBe('chat');
  await expect(status(page)).toContainText('Un client WebSocket vient d’accepter votre 101.');
  expect(await knock(address.replace('/chat', '/inconnu'))).toBe(404);
  await expect(visits(page).first()).toContainText('refusée par votre serveur (404)');
  const { host, port, pathname } = new URL(address);
  const socket = connect({ host: '127.0.0.1', port: Number(port) });
  socket.write(
    [
      `GET ${pathname} HTTP/1.1`,
      `Host: ${host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      '',
      '',
    ].join('\r\n'),
  );
  const [answer] = (await socket.take(1).toArray()) as Buffer[];
  expect(answer?.toString('latin1')).toContain('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
  expect(site.origin).toBe(new URL(address).origin);
  socket.destroy();
});

test('two hundred visitors come at once, and one more is told that there is no room', async ({
  page,
}) => {
  test.slow();
  // A student's server that never ends its side of a connection would keep its places for longer.
  const server = createTrameServer({ dist: SITE, live: { halfClosedTimeout: 200 } });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const origin = `http://127.0.0.1:${port}`;
  const address = (await goOnline(page, SOLUTION, `${origin}${LAB}`)).replace(/^http/, 'ws');
  const sockets = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const socket = new WebSocket(address);
      await once(socket, 'open');
      socket.send(new Uint8Array(20_000));
      return socket;
    }),
  );
  // Four megabytes come first, on however many processors are left to us.
  const patient = { timeout: 20_000 };
  await expect(status(page)).toContainText('200 visiteurs connectés', patient);
  expect(await knock(address)).toBe(503);
  await expect(page.locator('.live-remarks')).toContainText('il y en a déjà 200', patient);
  for (const socket of sockets) socket.terminate();
  await expect(status(page)).toContainText('0 visiteur connecté, 200 en tout.', patient);
  await expect.poll(() => knock(address)).toBe('');
  await page.close();
  await server.close();
});

test('a busy page slows no visitor', async ({ page }) => {
  const address = await goOnline(page);
  await knock(address);
  const busy = page.evaluate(() => {
    const end = performance.now() + 3_000;
    while (performance.now() < end);
  });
  const started = performance.now();
  for (let count = 0; count < 5; count += 1) expect(await knock(address)).toBe('');
  expect(performance.now() - started).toBeLessThan(2_500);
  await busy;
  await expect(visits(page)).toHaveCount(6);
});
