// `npm run dev`: Astro's development server, with our WebSocket endpoints on the same port.
import { dev } from 'astro';
import { ROOT } from '../build/main.ts';
import { attach } from './attach.ts';
import { parseCommandLine } from './command-line.ts';
import { LIVE_PAGE, namesLivePage } from './live/live-page.ts';
import { USAGE } from './messages.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const commandLine = parseCommandLine(process.argv.slice(2), process.env);
switch (commandLine.status) {
  case 'help':
    console.log(USAGE);
    break;
  case 'wrong':
    console.error(`${commandLine.sentence}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
  case 'run': {
    const { port, host } = commandLine.listen;
    // Astro's own command may go to the background by itself (ASTRO_DEV_BACKGROUND); its function never does.
    await dev({
      root: ROOT,
      server: { port, host: host ?? 'localhost' },
      integrations: [
        {
          name: 'trame-endpoints',
          hooks: {
            'astro:server:setup': ({ server: vite }) => {
              const attachment =
                vite.httpServer &&
                attach(vite.httpServer, { otherUpgrades: 'leave', command: 'npm run dev' });
              vite.middlewares.use((request, response, next) => {
                if (attachment?.answer(request, response) === true) return;
                if (namesLivePage(request.url ?? '')) request.url = LIVE_PAGE;
                next();
              });
            },
          },
        },
      ],
    });
    break;
  }
}
