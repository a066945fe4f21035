// One WebSocket, two readers: the multiplexer's carrier must see the binary messages only, since it takes text for a fault.
import type { WebSocketLike } from '../../mux/index.ts';

export function binaryMessages(socket: WebSocket): WebSocketLike {
  return {
    get binaryType() {
      return socket.binaryType;
    },
    set binaryType(type) {
      // The carrier asks for `arraybuffer`.
      socket.binaryType = type;
    },
    get readyState() {
      return socket.readyState;
    },
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    send: (data) => {
      socket.send(data);
    },
    close: (code, reason) => {
      socket.close(code, reason);
    },
    addEventListener: (type: string, listener: (event: { readonly data: unknown }) => void) => {
      socket.addEventListener(type, (event) => {
        const data = event instanceof MessageEvent ? (event.data as unknown) : null;
        if (typeof data !== 'string') listener({ data });
      });
    },
  };
}
