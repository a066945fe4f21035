// The end of each chain: sends every byte back.
import { createServer } from 'node:net';
import { listen } from './listen.ts';

listen(
  createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  }),
);
