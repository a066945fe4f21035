// What only the steps about `ws` need: one third of the guest, left out of the build that the other steps load.
import ws from 'ws';

import { builtin, type Builtin } from './builtin.ts';
import zlib from './zlib/index.ts';

export const packages: Readonly<Record<string, Builtin>> = {
  // As in the package's own ES wrapper.
  ws: builtin(ws, [
    'createWebSocketStream',
    'extension',
    'PerMessageDeflate',
    'Receiver',
    'Sender',
    'subprotocol',
    'WebSocket',
    'WebSocketServer',
  ]),
  zlib: builtin(zlib),
};
