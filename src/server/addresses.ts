// The addresses under which a browser reaches the server, from this machine and from the room.
import type { AddressInfo } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

export type Reach = {
  readonly local: string;
  /** For other machines: IPv4 only, which people can type. Empty when the server listens to one address. */
  readonly lan: readonly string[];
  readonly isPublic: boolean;
};

/** `interfaces` is what `os.networkInterfaces()` gives. */
export function reachOf({ address, port, family }: AddressInfo, interfaces: Interfaces): Reach {
  const isEverywhere = address === '::' || address === '0.0.0.0';
  if (!isEverywhere) {
    const isLoopback = address === '::1' || address.startsWith('127.');
    const name = isLoopback ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
    return { local: `http://${name}:${port}`, lan: [], isPublic: !isLoopback };
  }
  const lan = Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .filter((each) => each.family === 'IPv4' && !each.internal)
    .map((each) => `http://${each.address}:${port}`);
  return { local: `http://localhost:${port}`, lan, isPublic: true };
}
