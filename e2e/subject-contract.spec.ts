// The worker Subject and the page Subject against the contract of every Subject, and the real `ws` inside the worker.
import { PAGE_DIFFERENCES, SUBJECT_CONTRACT } from '../src/grading/subject-contract.ts';
import { expect, test } from './sandbox-test.ts';

for (const { title } of SUBJECT_CONTRACT) {
  test(`the worker Subject: ${title}`, async ({ sharedHarness }) => {
    await sharedHarness.evaluate((name) => window.harness.keepContract(name), title);
  });
}

const kept = SUBJECT_CONTRACT.filter(
  (entry) => !PAGE_DIFFERENCES.some(({ title }) => title === entry.title),
);

for (const { title } of kept) {
  test(`the page Subject: ${title}`, async ({ sharedHarness }) => {
    await sharedHarness.evaluate((name) => window.harness.keepContract(name, 'page'), title);
  });
}

test('a page differs from a program where it is said to, and in no other way', async ({
  sharedHarness,
}) => {
  for (const { title, says } of PAGE_DIFFERENCES) {
    const said = sharedHarness.evaluate(
      (name) => window.harness.keepContract(name, 'page').then(() => 'kept', String),
      title,
    );
    expect.soft(await said, title).toMatch(says);
  }
});

const CHAT = `
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

const server = createServer((request, response) => response.end('bonjour'));
const wss = new WebSocketServer({ server });
wss.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => socket.send(isBinary ? data : 'écho : ' + data));
});

export async function converse() {
  await new Promise((resolve) => server.listen(0, resolve));
  const client = new WebSocket('ws://127.0.0.1:' + server.address().port + '/salon');
  const seen = [];
  await new Promise((resolve, reject) => {
    client.on('error', reject);
    client.on('open', () => { client.send('é€😀'); client.send(Buffer.from([1, 2, 3])); });
    client.on('message', (data, isBinary) => {
      seen.push(isBinary ? [...data].join(' ') : String(data));
      if (seen.length === 2) client.close(1000, 'fin');
    });
    client.on('close', (code, reason) => { seen.push(code + ' ' + reason); resolve(); });
  });
  return seen;
}
`;

test('an http server with the real ws, and a ws client, talk in the worker', async ({
  sharedHarness,
}) => {
  const outcomes = await sharedHarness.evaluate(async (source) => {
    await using subject = await window.harness.sandbox.createSubject({
      files: { 'chat.js': source },
      modules: ['chat.js'],
      packages: ['ws'],
      seed: 1,
    });
    await subject.load();
    return await subject.call('chat.js', 'converse', [[]]);
  }, CHAT);
  expect(outcomes).toMatchObject([
    {
      status: 'returned',
      value: {
        type: 'array',
        items: [{ value: 'écho : é€😀' }, { value: '1 2 3' }, { value: '1000 fin' }],
      },
    },
  ]);
});
