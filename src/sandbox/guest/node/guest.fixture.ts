// The virtual Node as tests see it: the real bundle, run in this realm, beside the real Node that it must resemble.
import type * as bufferModule from 'node:buffer';
import type * as cryptoModule from 'node:crypto';
import type eventsModule from 'node:events';
import type { EventEmitter } from 'node:events';
import type * as httpModule from 'node:http';
import type * as netModule from 'node:net';
import type streamModule from 'node:stream';
import type * as utilModule from 'node:util';
import type * as zlibModule from 'node:zlib';
import type * as wsModule from 'ws';
import { runInThisContext } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { buildGuest } from '../build.ts';
import type { createVirtualNode, GuestHost, VirtualNode } from './index.ts';

export type NodeModules = {
  readonly buffer: typeof bufferModule;
  readonly crypto: typeof cryptoModule;
  readonly events: typeof eventsModule;
  readonly http: typeof httpModule;
  readonly net: typeof netModule;
  readonly stream: typeof streamModule;
  readonly util: typeof utilModule;
  readonly zlib: typeof zlibModule;
  readonly ws: typeof wsModule;
};

/** Errors that no test code caught: a test that leaves some has failed. */
export const uncaught: unknown[] = [];

/** Builds the bundle (about 300 ms) and boots it. I/O runs on the real event loop, time is real unless `host` says otherwise. */
export async function bootVirtualNode(
  host: Partial<GuestHost> = {},
): Promise<{ node: VirtualNode; modules: NodeModules }> {
  const entry = fileURLToPath(new URL('./index.ts', import.meta.url));
  const { code } = await buildGuest({ entry, globalName: 'VirtualNode', minify: false });
  const bundle = runInThisContext(`${code}\nVirtualNode`, { filename: 'guest.js' }) as {
    createVirtualNode: typeof createVirtualNode;
  };
  const node = bundle.createVirtualNode({
    postMacrotask: (callback) => setImmediate(callback),
    reportError: (error) => uncaught.push(error),
    ...host,
  });
  const modules = Object.fromEntries(
    Object.entries(node.builtins).map(([name, { exports }]) => [name, exports]),
  );
  return { node, modules: modules as unknown as NodeModules };
}

/** The same modules of the Node that runs the tests. */
export async function realNode(): Promise<NodeModules> {
  const [buffer, crypto, events, http, net, stream, util, zlib, ws] = await Promise.all([
    import('node:buffer'),
    import('node:crypto'),
    import('node:events'),
    import('node:http'),
    import('node:net'),
    import('node:stream'),
    import('node:util'),
    import('node:zlib'),
    import('ws'),
  ]);
  // `default` of these two is the class itself, with everything on it, as in our registry.
  return {
    buffer,
    crypto,
    events: events.default,
    http,
    net,
    stream: stream.default,
    util,
    zlib,
    ws,
  };
}

/** What the next event of that name carries. */
export function eventValues(source: EventEmitter, name: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    source.once(name, (...values: unknown[]) => {
      resolve(values);
    });
  });
}

/** The first value of the next event of that name, which the caller knows the type of. */
export async function event(source: EventEmitter, name: string): Promise<unknown> {
  const [value] = await eventValues(source, name);
  return value;
}
