// One package on the loopback, as npm asks a registry for it: `npm i` then needs no network, and nothing in the project changes.
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Packs `node_modules/<name>` into `folder` and serves it until `close`. */
export async function serveOnePackage(root: string, name: string, folder: string) {
  const source = path.join(root, 'node_modules', name);
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--silent', source], {
    cwd: folder,
  });
  const tarball = await readFile(path.join(folder, stdout.trim()));
  const manifest = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const server = createServer((request, response) => {
    if (request.url === `/${name}`) {
      const dist = { tarball: `${origin}/${name}.tgz`, integrity };
      const versions = { [manifest.version]: { ...manifest, dist } };
      response.end(JSON.stringify({ name, 'dist-tags': { latest: manifest.version }, versions }));
    } else if (request.url === `/${name}.tgz`) response.end(tarball);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // A TCP server's address.
  return {
    origin,
    version: manifest.version,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
