// `node:tls`, which exists here only to say that it does not.
import { EventEmitter } from './events.ts';
import { nodeError } from './errors.ts';
import { NO_TLS } from './messages.ts';

export function refuse(): never {
  throw nodeError(Error, 'ERR_TRAME_NO_TLS', NO_TLS);
}

export class Refused extends EventEmitter {
  constructor() {
    super();
    refuse();
  }
}

const tls = {
  connect: refuse,
  createServer: refuse,
  createSecureContext: refuse,
  TLSSocket: Refused,
  Server: Refused,
};
export default tls;
