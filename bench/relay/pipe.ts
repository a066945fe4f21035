// What a relay is compared with: a Node process that does nothing but pass bytes on, to the port given.
import { connect, createServer } from 'node:net';
import { listen } from './listen.ts';

const target = Number(process.argv[2]);

listen(
  createServer({ noDelay: true }, (near) => {
    const far = connect({ port: target, host: '127.0.0.1', noDelay: true });
    near.on('error', () => undefined);
    far.on('error', () => undefined);
    near.pipe(far).pipe(near);
  }),
);
