// A window of the chat: what was asked of it before it closed does not come after.
import { expect, test, vi } from 'vitest';
import type { MountedPage, PageFrame } from '../../sandbox/mount-page.ts';
import type { ChatServer } from './chat-server.ts';
import { ChatWindow, type WindowPage } from './chat-window.ts';

const mount = vi.fn<PageFrame['mount']>();

vi.mock(import('../../sandbox/mount-page.ts'), async (original) => ({
  ...(await original()),
  openPageFrame: () => Promise.resolve({ isLost: false, mount, close: () => undefined }),
}));

const PAGE: WindowPage = { files: {}, module: 'page.js', server: {} as unknown as ChatServer };

const chatWindow = (): ChatWindow =>
  new ChatWindow({
    name: 'Bob',
    title: 'La page de Bob',
    container: {} as HTMLElement,
    onBytes: () => undefined,
    onConsole: () => undefined,
    labelOf: String,
  });

test('closed while the page before is leaving, it does not show the next one', async () => {
  const left = Promise.withResolvers<undefined>();
  const mounted: MountedPage = {
    loaded: Promise.resolve(null),
    ended: new Promise(() => undefined),
    dispose: () => left.promise,
  };
  mount.mockResolvedValue(mounted);
  const window = chatWindow();
  await window.open(PAGE, '');
  const next = window.open(PAGE, '');
  void window.close();
  left.resolve(undefined);
  await next;
  expect(mount).toHaveBeenCalledTimes(1);
  expect(window.state.get()).toEqual({ status: 'empty' });
});
