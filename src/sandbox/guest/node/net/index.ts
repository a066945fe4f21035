// `node:net`.
import { connectArguments, isIP, isIPv4, isIPv6 } from './address.ts';
import { Server, type ConnectionListener, type ServerOptions } from './server.ts';
import { Socket } from './socket.ts';

export function createServer(
  options?: ServerOptions | ConnectionListener,
  listener?: ConnectionListener,
): Server {
  return new Server(options, listener);
}

export function connect(...given: unknown[]): Socket {
  const { options } = connectArguments(given);
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(...given);
}

const net = {
  Socket,
  Stream: Socket,
  Server,
  createServer,
  connect,
  createConnection: connect,
  isIP,
  isIPv4,
  isIPv6,
  getDefaultAutoSelectFamily: () => true,
  setDefaultAutoSelectFamily: () => undefined,
};
export default net;
