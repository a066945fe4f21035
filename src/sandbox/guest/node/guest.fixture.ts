// The virtual Node as tests see it: the real bundle, run in this realm, beside the real Node that it must resemble.
import { runInThisContext } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { buildGuest } from '../build.ts';
import type { createVirtualNode, GuestHost, VirtualNode } from './index.ts';

export type NodeModules = {
  readonly buffer: typeof import('node:buffer');
  readonly crypto: typeof import('node:crypto');
  readonly events: typeof import('node:events');
  readonly http: typeof import('node:http');
  readonly net: typeof import('node:net');
  readonly stream: typeof import('node:stream');
  readonly util: typeof import('node:util');
  readonly zlib: typeof import('node:zlib');
  readonly ws: typeof import('ws');
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
  return { buffer, crypto, events, http, net, stream, util, zlib, ws };
}
