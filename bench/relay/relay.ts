// The bundled server, with its own limits.
import { createTrameServer } from '../../src/server/trame-server.ts';

const server = createTrameServer({ dist: import.meta.dirname });
const { port } = await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.(port);
