// A visitor of the chat online: a browser of its own, and the student's page in it, two frames deep.
import { expect, type Browser, type FrameLocator, type Locator, type Page } from '@playwright/test';

export type ChatVisitor = {
  readonly browserPage: Page;
  /** The student's page. */
  readonly chat: FrameLocator;
  readonly messages: Locator;
  readonly state: Locator;
  say(text: string): Promise<void>;
  leave(): Promise<void>;
};

/** `pseudo` empty: the page draws one. */
export async function joinChat(
  browser: Browser,
  address: string,
  pseudo: string,
): Promise<ChatVisitor> {
  const browserPage = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await browserPage.goto(address);
  const visitor = chatIn(browserPage);
  await enter(browserPage, pseudo);
  await expect(browserPage.locator('page-stage[data-state=open]')).toBeVisible();
  return visitor;
}

export async function enter(page: Page, pseudo: string): Promise<void> {
  await page.getByLabel('Votre pseudo').fill(pseudo);
  await page.getByRole('button', { name: 'Entrer' }).click();
}

export function chatIn(browserPage: Page): ChatVisitor {
  const chat = browserPage.frameLocator('.stage-frame iframe').frameLocator('iframe');
  return {
    browserPage,
    chat,
    messages: chat.locator('#messages > *'),
    state: chat.locator('#etat'),
    say: async (text) => {
      await chat.locator('#texte').fill(text);
      await chat.locator('#texte').press('Enter');
    },
    leave: () => browserPage.context().close(),
  };
}
