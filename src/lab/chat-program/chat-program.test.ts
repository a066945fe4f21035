// What of the chat runs in the sandbox and what its visitors are shown, and the name under which a page joins.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { splitChat } from './chat-program.ts';
import { withPseudo } from './page-pseudo.ts';

const PAGE = 'chat/page/demarrage.js';
const START = await readFile(
  new URL('../../../labs/05-chat/07-page/solution/chat/page/demarrage.js', import.meta.url),
  'utf8',
);

test('the page is what lies beside its module, the program every other script', () => {
  const paths = ['chat/salon.js', 'chat/page/app.js', 'chat/page/index.html', PAGE, 'lisez-moi.md'];
  const chat = splitChat(
    paths.map((path) => ({ path, text: path })),
    PAGE,
  );
  expect(Object.keys(chat.files)).toEqual(['chat/salon.js']);
  expect(chat.page.module).toBe(PAGE);
  expect(Object.keys(chat.page.files)).toEqual(['chat/page/app.js', 'chat/page/index.html', PAGE]);
});

/** The name that the given module would join with, had it a `WebSocket`. */
function nameIn(files: Readonly<Record<string, string>>): unknown {
  const line = files[PAGE]?.split('\n').find((each) => each.startsWith('const pseudo = ')) ?? '';
  return JSON.parse(line.slice('const pseudo = '.length, -1));
}

test.each(['Ada', 'a"b\\', "l'été", '$& $1', '</script>', '\u2028', '🦊', '`${1}`'])(
  'the given page joins as %j',
  (pseudo) => {
    const files = withPseudo({ [PAGE]: START }, PAGE, pseudo);
    expect(nameIn(files)).toBe(pseudo);
    expect(files[PAGE]?.split('\n')).toHaveLength(START.split('\n').length);
  },
);

test('a page that is not the given one keeps its way of joining', () => {
  const files = { [PAGE]: 'new WebSocket("/chat");' };
  expect(withPseudo(files, PAGE, 'Ada')).toEqual(files);
  expect(withPseudo(files, 'autre.js', 'Ada')).toBe(files);
});
