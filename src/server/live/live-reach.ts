// Under which addresses a phone finds a server that is online, and what to do when it finds none.
import type { AddressInfo } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import { isLoopback, type ClaimedMessage } from '../../live/index.ts';
import { reachOf } from '../addresses.ts';

export type LiveReach = Pick<ClaimedMessage, 'origins' | 'loopbackOnly' | 'restart'>;

/**
 * @param origin the page's own: when it is no loopback address it is known to work, whatever stands before this server.
 * @param command what this server was started with: `npm start`.
 */
export function liveReach(
  origin: string,
  address: AddressInfo,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>,
  command: string,
): LiveReach {
  const { local, lan, isPublic } = reachOf(address, interfaces);
  const known = isOurselves(origin) ? [] : [origin];
  const origins = [
    ...new Set([...known, ...(isPublic && lan.length === 0 ? [local] : lan)]),
  ].filter((each) => !isOurselves(each));
  const loopbackOnly = origins.length === 0;
  // Listening everywhere and reached from nowhere: there is no network, and no command would make one.
  const restart =
    loopbackOnly && !isPublic ? `${command} -- --host 0.0.0.0 --port ${address.port}` : null;
  return { origins, loopbackOnly, restart };
}

function isOurselves(origin: string): boolean {
  return !URL.canParse(origin) || isLoopback(new URL(origin).hostname);
}
