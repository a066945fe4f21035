// Addresses and arguments of `node:net`: what is an IP, which names are this machine, how `connect` and `listen` are called.
import { invalidArgumentType, nodeError } from '../errors.ts';
import { describeReceived } from '../util/describe-received.ts';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^(?:${OCTET}\\.){3}${OCTET}$`);
const LOCAL = new Set(['localhost', '127.0.0.1', '::1', '0.0.0.0', '::', '']);

export function isIPv4(text: string): boolean {
  return IPV4.test(text);
}

export function isIPv6(text: string): boolean {
  if (!/^[\da-f:.]+(%\w+)?$/i.test(text) || !text.includes(':')) return false;
  try {
    return new URL(`http://[${text.replace(/%.*$/, '')}]`).hostname !== '';
  } catch {
    return false;
  }
}

export function isIP(text: string): 0 | 4 | 6 {
  return isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0;
}

/** Whether a host is the machine on which the student's code runs: there is no other. */
export function isLocalHost(host: string): boolean {
  return (
    LOCAL.has(host.toLowerCase()) ||
    /^127\.\d+\.\d+\.\d+$/.test(host) ||
    host.toLowerCase().endsWith('.localhost')
  );
}

/** Throws `ERR_SOCKET_BAD_PORT` unless it is 0 to 65535, as a number or as text. */
export function checkPort(port: unknown, name: string): number {
  const isNumeric =
    (typeof port === 'number' || (typeof port === 'string' && port.trim() !== '')) &&
    Number(port) === Number(port) >>> 0;
  if (isNumeric && Number(port) <= 65535) return Number(port);
  throw nodeError(
    RangeError,
    'ERR_SOCKET_BAD_PORT',
    `${name} should be >= 0 and < 65536. Received ${describeReceived(port)}.`,
  );
}

export type ConnectOptions = {
  readonly port?: number | string;
  readonly host?: string;
  readonly path?: string;
  readonly timeout?: number;
  readonly allowHalfOpen?: boolean;
  readonly signal?: AbortSignal;
  readonly lookup?: (
    host: string,
    options: object,
    callback: (error: Error | null, address?: unknown) => void,
  ) => void;
};

type Callback = () => void;
const isCallback = (value: unknown): value is Callback => typeof value === 'function';

/** connect(port[, host][, callback]) or connect(options[, callback]). */
export function connectArguments(given: readonly unknown[]): {
  options: ConnectOptions;
  callback: Callback | undefined;
} {
  const callback = given.find(isCallback);
  const [first, second] = given;
  if (typeof first === 'object' && first !== null) return { options: first, callback };
  if (first === undefined || isCallback(first)) {
    throw nodeError(
      TypeError,
      'ERR_MISSING_ARGS',
      'The "options" or "port" or "path" argument must be specified',
    );
  }
  return {
    options: {
      port: first as number | string,
      ...(typeof second === 'string' && { host: second }),
    },
    callback,
  };
}

export type ListenOptions = { readonly port: number; readonly host: string | undefined };

/** listen([port[, host[, backlog]]][, callback]) or listen(options[, callback]). */
export function listenArguments(
  given: readonly unknown[],
): ListenOptions & { callback: Callback | undefined } {
  const callback = given.find(isCallback);
  const [first, second] = given;
  if (typeof first === 'object' && first !== null) {
    const { port, host } = first as { port?: unknown; host?: string };
    if (port === undefined) throw invalidListen(first);
    return { port: checkPort(port, 'options.port'), host, callback };
  }
  if (first === undefined || first === null || isCallback(first))
    return { port: 0, host: undefined, callback };
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first));
  if (!isPort) throw invalidListen(first);
  return {
    port: checkPort(first, 'options.port'),
    host: typeof second === 'string' ? second : undefined,
    callback,
  };
}

function invalidListen(value: unknown): Error {
  return typeof value === 'object'
    ? nodeError(
        TypeError,
        'ERR_INVALID_ARG_VALUE',
        `The argument 'options' must have the property "port" or "path". Received ${describeReceived(value)}`,
      )
    : invalidArgumentType('options', 'a port', value);
}
