// Replaces the student's `console`: each line is formatted as Node does, located in the student's file, and sent out.
import type { EvidenceCaps } from '../evidence/caps.ts';
import { EvidenceEncoder } from '../evidence/encode.ts';
import type { ConsoleLine, SourceLocation } from '../evidence/evidence.ts';
import { inspectEvidence } from '../evidence/inspect.ts';
import { append, define, indexOf, isObject, slice, toText } from '../evidence/primordials.ts';
import { brandOf } from '../evidence/brand.ts';
import { readProperty } from '../evidence/read-property.ts';

type Level = ConsoleLine['level'];

/** Lines of one realm and characters of one line; beyond, a last line `…` says that there was more. */
export const CONSOLE_CAPS = { lines: 1_000, text: 10_000 } as const;

/** As deep and as wide as Node's console goes. */
const SHOWN: EvidenceCaps = { depth: 3, width: 100, nodes: 1_000, bytes: 64 * 1024, text: 10_000 };

export type ConsoleRealm = {
  print(line: ConsoleLine): void;
  locate(stack: string): SourceLocation | null;
  /** Puts the student's paths in place of the addresses under which the realm loaded the files. */
  tidy(text: string): string;
};

/** The object that takes the place of `console`. */
export function createConsole(
  realm: ConsoleRealm,
): Record<string, (...args: readonly unknown[]) => void> {
  let printed = 0;
  let margin = '';
  const counts: Record<string, number> = Object.create(null) as Record<string, number>;

  /** `textOf` is asked for no line that nobody will see: a program may print each of its million values. */
  const write = (level: Level, textOf: () => string) => {
    printed += 1;
    if (printed > CONSOLE_CAPS.lines + 1) return;
    const cut = printed === CONSOLE_CAPS.lines + 1 ? '…' : cutText(realm.tidy(margin + textOf()));
    realm.print({ level, text: cut, location: realm.locate(currentStack()) });
  };
  const at =
    (level: Level) =>
    (...args: readonly unknown[]) => {
      write(level, () => formatArguments(args));
    };
  const label = (value: unknown) => (value === undefined ? 'default' : labelText(value));
  const group = (...args: readonly unknown[]) => {
    if (args.length > 0) write('log', () => formatArguments(args));
    if (margin.length < 40) margin += '  ';
  };
  return {
    log: at('log'),
    info: at('info'),
    debug: at('debug'),
    warn: at('warn'),
    error: at('error'),
    trace: at('error'),
    dir: (value) => {
      write('log', () => formatArguments([value]));
    },
    dirxml: at('log'),
    table: at('log'),
    assert: (condition, ...args) => {
      if (condition) return;
      write('error', () =>
        args.length === 0 ? 'Assertion failed' : `Assertion failed: ${formatArguments(args)}`,
      );
    },
    count: (name) => {
      const key = label(name);
      const count = (counts[key] ?? 0) + 1;
      counts[key] = count;
      write('log', () => `${key}: ${toText(count)}`);
    },
    countReset: (name) => {
      counts[label(name)] = 0;
    },
    group,
    groupCollapsed: group,
    groupEnd: () => {
      margin = slice(margin, 2, margin.length);
    },
    time: nothing,
    timeEnd: nothing,
    timeLog: nothing,
    timeStamp: nothing,
    clear: nothing,
  };
}

function nothing(): void {
  // Durations are virtual and the screen is not the student's: nothing to print.
}

/** Called once for each realm, before any student code. */
export function installConsole(global: object, realm: ConsoleRealm): void {
  define(global, 'console', createConsole(realm));
}

function cutText(text: string): string {
  return text.length > CONSOLE_CAPS.text ? `${slice(text, 0, CONSOLE_CAPS.text)}…` : text;
}

function labelText(value: unknown): string {
  return typeof value === 'string' ? slice(value, 0, 100) : inspect(value);
}

const { captureStackTrace } = Error as { captureStackTrace?: (target: object) => void };

/** The stack of the caller, read without making an error that student code could have replaced. */
export function currentStack(): string {
  const holder: { stack?: unknown } = {};
  if (captureStackTrace === undefined) {
    const { stack } = new PlainError();
    return typeof stack === 'string' ? stack : '';
  }
  captureStackTrace(holder);
  const { stack } = holder;
  return typeof stack === 'string' ? stack : '';
}

const PlainError = Error;

/** Node's `util.format`: `%s %d %i %f %j %o %O %c %%`, then the other arguments after spaces. */
export function formatArguments(args: readonly unknown[]): string {
  const parts: string[] = [];
  let used = 0;
  if (typeof args[0] === 'string' && args.length > 1 && indexOf(args[0], '%') !== -1) {
    const template = formatTemplate(args[0], args);
    append(parts, template.text);
    used = template.used;
  }
  let text = parts[0] ?? '';
  for (let index = used; index < args.length && text.length <= CONSOLE_CAPS.text; index += 1) {
    text += `${index === 0 ? '' : ' '}${plainText(args[index])}`;
  }
  return text;
}

function formatTemplate(
  template: string,
  args: readonly unknown[],
): { text: string; used: number } {
  let text = '';
  let used = 1;
  let rest = template;
  for (let percent = indexOf(rest, '%'); percent !== -1; percent = indexOf(rest, '%')) {
    const directive = slice(rest, percent + 1, percent + 2);
    text += slice(rest, 0, percent);
    rest = slice(rest, percent + 2, rest.length);
    if (directive === '%') text += '%';
    else if (used < args.length && indexOf('sdifjoOc', directive) !== -1 && directive !== '') {
      text += formatDirective(directive, args[used]);
      used += 1;
    } else text += `%${directive}`;
  }
  return { text: text + rest, used };
}

function formatDirective(directive: string, value: unknown): string {
  switch (directive) {
    case 'c':
      return '';
    case 's':
      return plainText(value);
    case 'd':
    case 'f':
      return toText(typeof value === 'object' ? NaN : numberOf(value));
    case 'i':
      return toText(typeof value === 'object' ? NaN : truncate(numberOf(value)));
    default:
      return inspect(value);
  }
}

const { trunc: truncate } = Math;

function numberOf(value: unknown): number {
  return typeof value === 'symbol' ? NaN : Number(value);
}

/** Strings as they are, errors with their stack, anything else inspected. */
function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isObject(value) && isError(value)) {
    const stack = readProperty(value, 'stack');
    if (typeof stack === 'string') return stack;
  }
  return inspect(value);
}

function isError(value: object): boolean {
  try {
    return brandOf(value) === 'error';
  } catch {
    return false;
  }
}

function inspect(value: unknown): string {
  return inspectEvidence(new EvidenceEncoder({ caps: SHOWN, passive: true }).encode(value));
}
