// The bundled server with its own limits, on the site given, or on none.
import { createTrameServer } from '../../src/server/trame-server.ts';

const server = createTrameServer({ dist: process.argv[2] ?? import.meta.dirname });
const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.(port);
