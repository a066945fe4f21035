// `/ws/live`: a tab claims a code and holds it for as long as its WebSocket is open.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { LIVE_CLOSE, LIVE_ENDPOINT, type LiveHolding, parseTabMessage } from '../../live/index.ts';
import { closeAll } from '../close-all.ts';
import type { Endpoint } from '../endpoint.ts';
import { startHeartbeat } from '../heartbeat.ts';
import { refuse } from '../refusal.ts';
import { claimBudget } from './claim-budget.ts';
import { drawHolding, isGenuine } from './holding.ts';
import type { LiveLimits } from './live-options.ts';
import type { LiveReach } from './live-reach.ts';
import type { LiveRelay } from './live-relay.ts';
import { Tab } from './tab.ts';

/** Longest message of a tab, in bytes: a DATA frame has at most 32 KiB. */
const MAX_PAYLOAD = 64 * 1024;
/** WebSockets that have not claimed yet, beside those of the tabs. */
const MAX_UNCLAIMED = 50;
/**
 * A page that closes its WebSocket by itself, with a code or without, or a close of ours. The rest are cuts: a page that is
 * gone, or one that heard nothing from us any more (`TAB_GIVES_UP`), whose Close comes when the network is back.
 */
function isMeant(code: number): boolean {
  return code === 1000 || code === 1005 || code >= 4000;
}

type Claim = {
  readonly client: WebSocket;
  readonly socket: Duplex;
  readonly request: IncomingMessage;
};

/** `reach` says under which addresses other machines find us, for a page of this `Origin`. */
export function liveEndpoint(
  relay: LiveRelay,
  limits: LiveLimits,
  reach: (origin: string) => LiveReach,
): Endpoint {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    maxFragments: 256,
    perMessageDeflate: false,
    // Spread because @types/ws does not know this option yet.
    ...{ closeTimeout: limits.closeTimeout },
  });
  const heartbeat = startHeartbeat(server.clients, limits.heartbeat);
  const mayClaim = claimBudget(limits.claimsPerMinute);
  return {
    path: LIVE_ENDPOINT,
    allowsMissingOrigin: false,
    upgrade: (request, socket, head) => {
      if (server.clients.size >= limits.maxTabs + MAX_UNCLAIMED) {
        refuse(socket, 503);
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => {
        // `ws` has already answered with the close code; unheard, the error would end the process.
        client.on('error', () => undefined);
        heartbeat.watch(client);
        awaitClaim({ client, socket, request });
      });
    },
    close: async (deadline) => {
      heartbeat.stop();
      relay.close(deadline);
      await closeAll(server.clients, deadline);
    },
  };

  function awaitClaim(claim: Claim): void {
    const { client } = claim;
    const timer = setTimeout(() => {
      client.close(LIVE_CLOSE.BAD_CLAIM);
    }, limits.claimTimeout);
    timer.unref();
    client.once('close', () => {
      clearTimeout(timer);
    });
    client.once('message', (data, isBinary) => {
      clearTimeout(timer);
      decide(claim, data, isBinary);
    });
  }

  function decide(claim: Claim, data: RawData, isBinary: boolean): void {
    const { client, request } = claim;
    if (client.readyState !== client.OPEN) return;
    const message = isBinary ? null : parseTabMessage(textOf(data));
    if (message?.type !== 'claim') {
      client.close(LIVE_CLOSE.BAD_CLAIM);
      return;
    }
    const { resume: holding = drawHolding(), hasPage } = message;
    if (!mayClaim(request.socket.remoteAddress ?? '')) client.close(LIVE_CLOSE.TOO_MANY_CLAIMS);
    else if (!isGenuine(holding)) client.close(LIVE_CLOSE.WRONG_SECRET);
    else if (!relay.hasRoomFor(holding.code)) client.close(LIVE_CLOSE.TOO_MANY_TABS);
    else putOnline(claim, holding, hasPage);
  }

  function putOnline(
    { client, socket, request }: Claim,
    holding: LiveHolding,
    hasPage: boolean | undefined,
  ): void {
    const tab = new Tab(client, socket, limits, hasPage);
    client.once('close', (code: number) => {
      relay.release(holding.code, tab, !isMeant(code));
    });
    tab.say({ type: 'claimed', ...holding, ...reach(request.headers.origin ?? '') });
    relay.hold(holding.code, tab);
  }
}

/** `ws` gives one Buffer for each message unless it is asked for something else. */
function textOf(data: RawData): string {
  return (data as Buffer).toString();
}
