// The options of `npm start` and `npm run dev`: arguments first, then the environment, then our defaults.
import { MESSAGES } from './messages.ts';

const DEFAULT_PORT = 4321;

export type ListenOptions = {
  readonly port: number;
  /** Null: every interface, as a classroom needs. */
  readonly host: string | null;
};

export type CommandLine =
  | { readonly status: 'run'; readonly listen: ListenOptions }
  | { readonly status: 'help' }
  | { readonly status: 'wrong'; readonly sentence: string };

/** Reads `--port N`, `--port=N`, `--host ADDRESS`, `--help`, `PORT` and `HOST`. An empty variable counts as unset. */
export function parseCommandLine(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const values = { '--port': environment.PORT ?? '', '--host': environment.HOST ?? '' };
  const rest = args.flatMap((arg) => (arg.startsWith('--') ? splitOnce(arg) : [arg])).values();
  for (const option of rest) {
    if (option === '--help' || option === '-h') return { status: 'help' };
    if (option !== '--port' && option !== '--host') {
      return { status: 'wrong', sentence: MESSAGES.unknownOption(option) };
    }
    const { value } = rest.next();
    if (value === undefined || value === '') {
      return { status: 'wrong', sentence: MESSAGES.missingValue(option) };
    }
    values[option] = value;
  }
  const port = values['--port'] === '' ? DEFAULT_PORT : parsePort(values['--port']);
  if (port === null) return { status: 'wrong', sentence: MESSAGES.badPort(values['--port']) };
  return { status: 'run', listen: { port, host: values['--host'] || null } };
}

/** `--port=80` is `--port 80`. */
function splitOnce(arg: string): string[] {
  const equals = arg.indexOf('=');
  return equals === -1 ? [arg] : [arg.slice(0, equals), arg.slice(equals + 1)];
}

function parsePort(text: string): number | null {
  if (!/^\d{1,5}$/.test(text)) return null;
  const port = Number(text);
  return port <= 65_535 ? port : null;
}
