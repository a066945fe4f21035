// One turn of the worker's event loop, in real time: what has already arrived is heard before it resolves.
import { PlainPromise } from '../../evidence/primordials.ts';
import { sealPort } from './sealed-port.ts';

/** Macrotasks that a turn lets pass while the virtual Node is still busy: an endless `setImmediate` must not hold it. */
const BUSY_HOPS = 64;

export type EventTurn = () => Promise<void>;

/** Runs each task in a turn of the event loop of its own, in order; captured before any student code. `turned` hears of each turn first. */
export function createTaskQueue(turned: () => void = () => undefined): (task: () => void) => void {
  const channel = new MessageChannel();
  const [inbox, outbox] = [sealPort(channel.port1), sealPort(channel.port2)];
  // A linked list, since student code may have patched arrays.
  let first: Waiter | null = null;
  let last: Waiter | null = null;
  inbox.addEventListener('message', () => {
    const waiter = first;
    first = waiter?.next ?? null;
    if (first === null) last = null;
    turned();
    waiter?.task();
  });
  inbox.start();
  return (task) => {
    const waiter: Waiter = { task, next: null };
    if (last === null) first = waiter;
    else last.next = waiter;
    last = waiter;
    outbox.postMessage(null, []);
  };
}

/** `whenIdle` resolves once the virtual Node has nothing pending but timers and the outside. */
export function createEventTurn(
  whenIdle: () => Promise<void>,
  queueTask = createTaskQueue(),
): EventTurn {
  const hop = () =>
    new PlainPromise<void>((resolve) => {
      queueTask(resolve);
    });
  return async () => {
    const idle = { reached: false };
    void (async () => {
      await whenIdle();
      idle.reached = true;
    })();
    await hop();
    for (let hops = 0; hops < BUSY_HOPS && !idle.reached; hops += 1) await hop();
  };
}

type Waiter = { readonly task: () => void; next: Waiter | null };
