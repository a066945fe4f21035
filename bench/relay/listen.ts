// How a process of a chain says where it listens.
import type { AddressInfo, Server } from 'node:net';

export function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    // A TCP server's address is never a pipe's name.
    process.send?.((server.address() as AddressInfo).port);
  });
}
