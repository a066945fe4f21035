// Visitors, students and tabs that take all they can: each pauses itself only, and the server holds a bounded number of bytes.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { exchange, handshake, isAlive, readToEnd, serveSite, statusOf } from '../server.fixture.ts';
import {
  ACCEPTED,
  echoes,
  echoing,
  goOnline,
  openVisit,
  read,
  type StudentConnection,
  visit,
  watchServerSockets,
} from './live.fixture.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
const WINDOW = 64 * KIB;
/** What a kernel may keep of one connection on loopback, both ends together. */
const KERNEL = 12 * MIB;

/** Writes for ever, as fast as the connection takes it. */
function flood(socket: Socket): void {
  const chunk = Buffer.alloc(64 * KIB, 0x82);
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.on('drain', more);
  more();
}

/** Resolves when two round trips elsewhere have moved nothing here. */
async function standstill(bystander: Socket, position: () => number): Promise<number> {
  let last = -1;
  while (position() !== last) {
    last = position();
    for (let round = 0; round < 20; round++) await echoes(bystander, 'still there?');
  }
  return last;
}

const accepting = ({ say }: StudentConnection) => {
  say(ACCEPTED);
};

test('a student’s server that does not read stops its visitor, and nobody else', async () => {
  using server = watchServerSockets();
  await using site = await serveSite({ live: { window: WINDOW } });
  await using tab = await goOnline(site, accepting);
  await using other = await goOnline(site, echoing);
  const bystander = await openVisit(site, other.code);
  const visitor = await visit(site, tab.code);
  await read(visitor, ACCEPTED.length);
  flood(visitor);
  const { stream, onBytes } = await tab.connections.take();
  const sent = await standstill(bystander, () => visitor.bytesWritten);
  expect(sent).toBeLessThan(KERNEL + 4 * MIB);
  expect(server.heldBytes()).toBeLessThan(4 * WINDOW);
  // Once it reads, the visitor goes on.
  let received = 0;
  const past = new Promise<void>((resolve) => {
    onBytes((bytes, consumed) => {
      received += bytes.length;
      consumed();
      if (received > KERNEL + 8 * MIB) resolve();
    });
  });
  await past;
  stream.reset();
  visitor.destroy();
  bystander.destroy();
});

test('a visitor that never reads pauses itself only, and the server holds one window for it', async () => {
  using server = watchServerSockets();
  await using site = await serveSite({ live: { window: WINDOW } });
  let written = 0;
  await using tab = await goOnline(site, (connection) => {
    if (connection.head.startsWith('GET /echo')) {
      echoing(connection);
      return;
    }
    connection.say(ACCEPTED);
    const chunk = new Uint8Array(16 * KIB);
    const more = () => {
      written += chunk.length;
      connection.stream.write(chunk, more);
    };
    more();
  });
  const reader = await visit(site, tab.code, '/echo');
  await read(reader, ACCEPTED.length);
  const deaf = await visit(site, tab.code, '/flood');
  await tab.connections.take();
  await tab.connections.take();
  // The same tab still serves its other visitor.
  const sent = await standstill(reader, () => written);
  expect(sent).toBeLessThan(KERNEL + 4 * WINDOW);
  expect(server.heldBytes()).toBeLessThan(2 * WINDOW);
  deaf.destroy();
  reader.destroy();
});

test('visitors that leave too much unread together: whoever left most is cut, and the student is told', async () => {
  await using site = await serveSite({ live: { maxUnreadBytes: 300 * KIB } });
  await using tab = await goOnline(site, (connection) => {
    connection.say(ACCEPTED);
    const chunk = new Uint8Array(16 * KIB);
    const more = () => {
      connection.stream.write(chunk, more);
    };
    if (connection.head.startsWith('GET /flood')) more();
    else {
      connection.onBytes((bytes, consumed) => {
        connection.stream.write(bytes, consumed);
      });
    }
  });
  const reader = await openVisit(site, tab.code);
  const deaf = [await visit(site, tab.code, '/flood'), await visit(site, tab.code, '/flood')];
  expect((await tab.warnings.take()).reason).toBe('visitor-unread');
  expect(await echoes(reader, 'unmoved')).toBe(true);
  for (const visitor of [...deaf, reader]) visitor.destroy();
});

test('a write that waits costs more than its bytes: many small ones count for what they hold', async () => {
  await using site = await serveSite({ live: { maxUnreadBytes: 64 * KIB } });
  await using tab = await goOnline(site, (connection) => {
    connection.say(ACCEPTED);
    for (let count = 0; count < 1000; count += 1) connection.stream.write(new Uint8Array(1));
  });
  const visitor = await visit(site, tab.code);
  expect((await tab.warnings.take()).reason).toBe('visitor-unread');
  visitor.destroy();
});

test('a visitor that floods is slowed to the rate of its code; another code is not', async () => {
  await using site = await serveSite({ live: { bytesPerSecond: 4 * MIB } });
  let received = 0;
  await using tab = await goOnline(site, (connection) => {
    connection.say(ACCEPTED);
    connection.onBytes((bytes, consumed) => {
      received += bytes.length;
      consumed();
    });
  });
  await using other = await goOnline(site, echoing);
  const bystander = await openVisit(site, other.code);
  const started = performance.now();
  const flooding = await visit(site, tab.code);
  flooding.resume();
  flood(flooding);
  while (received < 6 * MIB) expect(await echoes(bystander, 'unmoved')).toBe(true);
  const seconds = (performance.now() - started) / 1000;
  // A burst of one second’s worth, then the rate: 6 MiB take half a second at least.
  expect(received / MIB).toBeLessThan(4 + 4 * seconds + 1);
  expect(seconds).toBeGreaterThan(0.3);
  flooding.destroy();
  bystander.destroy();
});

test('a tab that does not read stops its visitors, and nobody else', async () => {
  using server = watchServerSockets();
  await using site = await serveSite({ live: { window: MIB, tabHighWater: 128 * KIB } });
  await using tab = await goOnline(site, echoing);
  await using other = await goOnline(site, echoing);
  const bystander = await openVisit(site, other.code);
  const visitors = await Promise.all(Array.from({ length: 5 }, () => openVisit(site, tab.code)));
  tab.client.pause();
  for (const visitor of visitors) flood(visitor);
  const written = () => visitors.reduce((sum, visitor) => sum + visitor.bytesWritten, 0);
  await standstill(bystander, written);
  // Five windows of the tab would be 20 MiB; each visitor may add one read after the high water, and hold another.
  expect(server.heldBytes()).toBeLessThan(MIB);
  expect(tab.client.readyState).toBe(tab.client.OPEN);
  // Once it reads again, all of them go on.
  const before = visitors.map((visitor) => visitor.bytesRead);
  tab.client.resume();
  for (const visitor of visitors) visitor.resume();
  while (visitors.some((visitor, index) => visitor.bytesRead < before[index]! + 256 * KIB)) {
    await echoes(bystander, 'unmoved');
  }
  for (const visitor of [...visitors, bystander]) visitor.destroy();
});

test('200 visitors at once are served, one more is answered 503, and room comes back', async () => {
  await using site = await serveSite();
  await using tab = await goOnline(site, echoing);
  await using other = await goOnline(site, echoing);
  const visitors = await Promise.all(Array.from({ length: 200 }, () => openVisit(site, tab.code)));
  const answers = await Promise.all(
    visitors.map((each, index) => echoes(each, `visitor ${index}`)),
  );
  expect(answers.every(Boolean)).toBe(true);
  const late = await exchange(site, handshake(site, {}, `/live/${tab.code}/`));
  expect(statusOf(late)).toBe('503');
  expect(await tab.warnings.take()).toMatchObject({
    visitor: null,
    reason: 'too-many-visitors',
    detail: '200',
  });
  const elsewhere = await openVisit(site, other.code);
  expect(await echoes(elsewhere, 'unmoved')).toBe(true);
  const [first, ...rest] = visitors;
  first!.resetAndDestroy();
  await (
    await tab.connections.take()
  ).reset;
  const next = await openVisit(site, tab.code);
  expect(await echoes(next, 'room')).toBe(true);
  for (const each of [...rest, elsewhere, next]) each.destroy();
  expect(await isAlive(site)).toBe(true);
});

test('visitors of all codes together leave connections for the site', async () => {
  await using site = await serveSite({ live: { maxVisitorsInAll: 2 } });
  await using first = await goOnline(site, echoing);
  await using second = await goOnline(site, echoing);
  const visitors = [await openVisit(site, first.code), await openVisit(site, second.code)];
  expect(statusOf(await exchange(site, handshake(site, {}, `/live/${first.code}/`)))).toBe('503');
  for (const visitor of visitors) visitor.destroy();
});

test('a thousand refusals in a row send the student a few warnings, not a thousand', async () => {
  await using site = await serveSite({ live: { maxVisitors: 0 } });
  await using tab = await goOnline(site);
  const request = handshake(site, {}, `/live/${tab.code}/`);
  for (let round = 0; round < 20; round++) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => exchange(site, request)));
    expect(new Set(answers.map(statusOf))).toEqual(new Set(['503']));
  }
  expect(tab.warnings.length).toBeGreaterThan(0);
  expect(tab.warnings.length).toBeLessThan(500);
});

test('a visitor through whom nothing goes is cut in time, and the student is told', async () => {
  await using site = await serveSite({ live: { visitorIdleTimeout: 50 } });
  await using tab = await goOnline(site, accepting);
  const visitor = await visit(site, tab.code);
  await readToEnd(visitor);
  expect((await tab.warnings.take()).reason).toBe('visitor-idle');
});

test('a connection that is half over is not kept for ever', async () => {
  await using site = await serveSite({ live: { halfClosedTimeout: 50 } });
  await using tab = await goOnline(site, accepting);
  const visitor = await visit(site, tab.code);
  const connection = await tab.connections.take();
  await once(visitor, 'readable');
  visitor.end();
  await connection.ended;
  expect(await connection.reset).toBe('reset');
  await readToEnd(visitor);
});
