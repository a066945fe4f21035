// The server's part of the relay against two Node pipes in a row, on one core: `node bench/relay/server-part.ts` prints JSON.
//
//   client ── pipe   ── pipe            ── echo
//   client ── server ── tab without browser ── echo
import { openChain, roundTrips, throughput } from './echo-times.ts';
import { portOf, startLink } from './link.ts';

export type Chain = { readonly roundTrips: number[]; readonly megabytesPerSecond: number[] };
export type ServerPart = { readonly pipes: Chain; readonly relay: Chain };

const MESSAGE = 64;
const WARM_UP = 3000;
const ROUNDS = 8;
const TRIPS_PER_ROUND = 1000;
const BYTES_PER_ROUND = 32 * 1024 * 1024;

const echo = await startLink('echo.ts');
const inner = await startLink('pipe.ts', String(portOf(echo)));
const outer = await startLink('pipe.ts', String(portOf(inner)));
const relay = await startLink('relay.ts');
const tab = await startLink('fake-tab.ts', String(portOf(relay)), String(portOf(echo)));

const chains = {
  pipes: await openChain(portOf(outer), null),
  relay: await openChain(portOf(relay), `/live/${String(tab.answer)}/`),
};
const result: ServerPart = {
  pipes: { roundTrips: [], megabytesPerSecond: [] },
  relay: { roundTrips: [], megabytesPerSecond: [] },
};
const names = ['pipes', 'relay'] as const;
for (const name of names) {
  await roundTrips(chains[name], MESSAGE, WARM_UP);
  await throughput(chains[name], BYTES_PER_ROUND);
}
// Turn and turn about: what else the machine does hurts both alike.
for (let round = 0; round < ROUNDS; round++) {
  for (const name of names) {
    result[name].roundTrips.push(...(await roundTrips(chains[name], MESSAGE, TRIPS_PER_ROUND)));
    result[name].megabytesPerSecond.push(await throughput(chains[name], BYTES_PER_ROUND));
  }
}
for (const socket of Object.values(chains)) socket.destroy();
await Promise.all([tab, relay, outer, inner, echo].map((link) => link.stop()));
console.log(JSON.stringify(result));
