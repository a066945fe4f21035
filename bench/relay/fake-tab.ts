// A tab without a browser, as thin as a tab can be: holds a code on the relay's port, passes each visitor's bytes on to the target port.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createMux, type MuxStream } from '../../src/mux/index.ts';
import { claimCode, rawCarrier } from './raw-tab.ts';

const [relay = 0, target = 0] = process.argv.slice(2).map(Number);
const ACCEPTED = Buffer.from('HTTP/1.1 101 Switching Protocols\r\n\r\n');

const socket = connect({ port: relay, host: '127.0.0.1', noDelay: true });
await once(socket, 'connect');
const code = await claimCode(socket, relay);
createMux(rawCarrier(socket, randomBytes(4)), {
  side: 'accepter',
  onStream: (incoming) => {
    passOn(incoming.accept(), connect({ port: target, host: '127.0.0.1', noDelay: true }));
  },
});
process.send?.(code);

function passOn(stream: MuxStream, far: Socket): void {
  let isOpen = false;
  far.on('error', () => undefined);
  far.on('data', (chunk: Buffer) => {
    stream.write(chunk, () => {
      if (far.isPaused()) far.resume();
    });
    if (stream.pendingBytes > 0) far.pause();
  });
  stream.handle({
    data: (bytes, consumed) => {
      if (isOpen) {
        far.write(bytes, () => {
          consumed();
        });
        return;
      }
      // The request's head comes in one piece: the server has read it whole before.
      isOpen = true;
      consumed();
      stream.write(ACCEPTED);
    },
    end: () => {
      far.end();
      stream.end();
    },
    reset: () => {
      far.destroy();
    },
  });
}
