// A MessagePort that student code cannot reach, even by patching what ports and events are made of.
import { getterOf, listOf, methodOf } from '../../evidence/primordials.ts';
import type { MessagePortLike } from '../../mux/index.ts';

const postMessage = methodOf(MessagePort.prototype, 'postMessage');
const addEventListener = methodOf(EventTarget.prototype, 'addEventListener');
const start = methodOf(MessagePort.prototype, 'start');
const close = methodOf(MessagePort.prototype, 'close');
/** Read by name, `event.data` would give a patched getter the event, and with it the port. */
const dataOf = getterOf(MessageEvent.prototype, 'data');

type Listener = (event: { readonly data: unknown }) => void;

/** Works like the port; nothing it hands out leads to it. */
export function sealPort(port: MessagePort): MessagePortLike {
  return {
    postMessage: (message, transfer) => {
      if (transfer.length === 0) postMessage(port, message);
      else postMessage(port, message, listOf(transfer));
    },
    addEventListener: (type: string, listener: Listener) => {
      addEventListener(port, type, (event: MessageEvent) => {
        listener({ data: type === 'message' ? dataOf(event) : null });
      });
    },
    start: () => {
      start(port);
    },
    close: () => {
      close(port);
    },
  };
}
