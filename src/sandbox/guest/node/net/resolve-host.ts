// Where a host name leads: to this machine, or nowhere, since the network of the tab has no other.
import { systemError } from '../errors.ts';
import { nextTick, postMacrotask } from '../event-loop.ts';
import { NO_OUTSIDE_NETWORK } from '../messages.ts';
import { isIP, isLocalHost, type ConnectOptions } from './address.ts';

/** `name` is the host when it had to be looked up, `null` when it was an address already. */
type Resolved = (error: Error | null, name: string | null) => void;

/** Answers in a later tick or turn; a `lookup` of the caller's own answers when it likes. */
export function resolveHost({ host = 'localhost', lookup }: ConnectOptions, done: Resolved): void {
  if (lookup) {
    lookup(host, {}, (error) => {
      done(error, null);
    });
    return;
  }
  if (isLocalHost(host)) {
    nextTick(() => {
      done(null, isIP(host) === 0 ? host : null);
    });
    return;
  }
  const error = isIP(host)
    ? systemError('ECONNREFUSED', 'connect')
    : Object.assign(systemError('ENOTFOUND', 'getaddrinfo'), { hostname: host });
  error.message += ` ${host} (${NO_OUTSIDE_NETWORK(host)})`;
  postMacrotask(() => {
    done(error, null);
  });
}
