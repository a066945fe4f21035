// chat/chat.js in a page made of the few nodes that it touches, and the connections of a test.
import { beforeEach, expect, test, vi } from 'vitest';
import { readCode, runListing } from '../run-listing.fixture.ts';

class Connection extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  static readonly all: Connection[] = [];
  readyState = Connection.CONNECTING;
  readonly send = vi.fn();
  readonly close = vi.fn();
  readonly url: string;

  constructor(url: URL) {
    super();
    this.url = url.href;
    Connection.all.push(this);
  }

  open(): void {
    this.readyState = Connection.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  drop(code: number): void {
    this.readyState = Connection.CLOSED;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }

  say(data: string): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

type Node = { tag: string; textContent: string; children: Node[]; append(child: Node): void };
const node = (tag: string): Node => ({
  tag,
  textContent: '',
  children: [],
  append(child) {
    this.children.push(child);
  },
});

async function openPage(href = 'https://chat.exemple.fr/salon/42?x=1#fin') {
  const list = node('ol');
  const status = node('p');
  const form = Object.assign(new EventTarget(), { texte: { value: '' }, reset: vi.fn() });
  const page = new EventTarget();
  const found: Record<string, unknown> = { ol: list, form, '[role=status]': status };
  const document = { createElement: node, querySelector: (selector: string) => found[selector] };
  const { seConnecter } = await runListing(
    'chat/chat.js',
    {
      WebSocket: Connection,
      document,
      location: new URL(href),
      addEventListener: page.addEventListener.bind(page),
    },
    ['seConnecter'],
  );
  const [connection] = Connection.all;
  return {
    list,
    status,
    form,
    page,
    connection: connection!,
    seConnecter: seConnecter as () => void,
  };
}

const submit = (form: EventTarget): void => {
  form.dispatchEvent(new Event('submit', { cancelable: true }));
};

beforeEach(() => {
  Connection.all.length = 0;
  vi.useFakeTimers();
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

test('chat/chat.js takes the address from the page, and wss from https', async () => {
  const { connection } = await openPage();
  expect(connection.url).toBe('wss://chat.exemple.fr/chat');
  Connection.all.length = 0;
  const local = await openPage('http://localhost:8082/');
  expect(local.connection.url).toBe('ws://localhost:8082/chat');
});

test('what another person wrote stays text', async () => {
  const { list, connection } = await openPage();
  connection.open();
  connection.say('<img src=x onerror=alert(1)>');
  expect(list.children).toEqual([
    expect.objectContaining({ tag: 'li', textContent: '<img src=x onerror=alert(1)>' }),
  ]);
});

test('a message leaves once, then the field is emptied', async () => {
  const { form, connection } = await openPage();
  connection.open();
  form.texte.value = 'bonjour';
  submit(form);
  expect(connection.send.mock.calls).toEqual([['bonjour']]);
  expect(form.reset).toHaveBeenCalledOnce();
});

test('without a connection the message stays in its field, and the page says so', async () => {
  const { form, status, connection } = await openPage();
  form.texte.value = 'bonjour';
  submit(form);
  expect(connection.send).not.toHaveBeenCalled();
  expect(form.reset).not.toHaveBeenCalled();
  expect(status.textContent).toBe('Hors connexion : votre message reste dans le champ.');
});

test('called twice, it keeps its one connection', async () => {
  const { connection, seConnecter } = await openPage();
  seConnecter();
  connection.open();
  seConnecter();
  expect(Connection.all).toHaveLength(1);
});

test('after a cut it comes back within 5 s, then 10, 20, 40, 60 at most', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999_999);
  const { connection, status } = await openPage();
  connection.drop(1006);
  expect(status.textContent).toBe('Connexion fermée (1006)');
  for (const seconds of [5, 10, 20, 40, 60, 60]) {
    const before = Connection.all.length;
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 100);
    expect(Connection.all).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(100);
    expect(Connection.all).toHaveLength(before + 1);
    Connection.all.at(-1)!.drop(1006);
  }
});

test('once open again, it counts its tries anew', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const { connection } = await openPage();
  connection.drop(1006);
  await vi.advanceTimersByTimeAsync(2500);
  Connection.all.at(-1)!.open();
  Connection.all.at(-1)!.drop(1001);
  await vi.advanceTimersByTimeAsync(2500);
  expect(Connection.all).toHaveLength(3);
});

test('leaving the page closes; coming back from the history cache opens again', async () => {
  const { page, connection } = await openPage();
  connection.open();
  page.dispatchEvent(new Event('pagehide'));
  expect(connection.close.mock.calls).toEqual([[1000]]);
  connection.readyState = Connection.CLOSED;
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(Connection.all).toHaveLength(1);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(Connection.all).toHaveLength(2);
});

test('chat/chat.html has each node that the script looks for', async () => {
  const html = await readCode('chat/chat.html');
  const script = await readCode('chat/chat.js');
  const selectors = [...script.matchAll(/querySelector\('(.+?)'\)/g)].map(([, name]) => name!);
  expect([...new Set(selectors)].sort()).toEqual(['[role=status]', 'form', 'ol']);
  expect(html).toMatch(/<p role="status">/);
  expect(html).toMatch(/<ol><\/ol>/);
  expect(html).toMatch(/<form>[\s\S]*name="texte"[\s\S]*<\/form>/);
  expect(html).toMatch(/src="chat\.js"/);
});
