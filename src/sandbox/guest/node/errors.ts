// Errors as Node makes them: a stable `code`, and sentences that a search engine knows.
import { describeReceived } from './util/describe-received.ts';

type ErrorClass = new (message: string) => Error;
export type CodedError<Fields = object> = Error & { code: string } & Fields;

/** An error with Node's `code`, and any other own fields. */
export function nodeError<Fields extends object = object>(
  ErrorType: ErrorClass,
  code: string,
  message: string,
  fields?: Fields,
): CodedError<Fields> {
  const error = new ErrorType(message);
  // Node shows the code in the stack and nowhere in `name`.
  error.stack = error.stack?.replace(/^(\w+)(?=:|$)/m, `$1 [${code}]`) ?? '';
  return Object.assign(error, { code }, fields);
}

/** `expected` as Node words it: `of type string`, `an instance of Buffer or Uint8Array`. */
export function invalidArgumentType(name: string, expected: string, actual: unknown): CodedError {
  const subject = /^\w+ argument$/.test(name) ? `The ${name}` : `The "${name}" argument`;
  return nodeError(
    TypeError,
    'ERR_INVALID_ARG_TYPE',
    `${subject} must be ${expected}. Received ${describeReceived(actual)}`,
  );
}

/** `range` as Node words it: `>= 0 and <= 255`, `an integer`. */
export function outOfRange(name: string, range: string, received: number | bigint): CodedError {
  return nodeError(
    RangeError,
    'ERR_OUT_OF_RANGE',
    `The value of "${name}" is out of range. It must be ${range}. Received ${grouped(received)}`,
  );
}

export function unknownEncoding(encoding: string): CodedError {
  return nodeError(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
}

export function requireFunction(value: unknown, name: string): void {
  if (typeof value !== 'function') throw invalidArgumentType(name, 'of type function', value);
}

/** A system error of `libuv`: `connect ECONNREFUSED 127.0.0.1:8080`. */
export function systemError(
  code: keyof typeof ERRNO,
  syscall: string,
  endpoint?: { readonly address: string; readonly port: number },
): CodedError<{ errno: number; syscall: string }> {
  const place = endpoint ? ` ${endpoint.address}:${endpoint.port}` : '';
  const what = code === 'EADDRINUSE' ? `${code}: address already in use` : code;
  return nodeSystemError(`${syscall} ${what}${place}`, { code, syscall, ...endpoint });
}

const ERRNO = {
  EPIPE: -32,
  EADDRINUSE: -98,
  EADDRNOTAVAIL: -99,
  ECONNRESET: -104,
  ECONNREFUSED: -111,
  ENOTFOUND: -3008,
} as const;

function nodeSystemError(
  message: string,
  { code, ...fields }: { code: keyof typeof ERRNO; syscall: string },
): CodedError<{ errno: number; syscall: string }> {
  return Object.assign(new Error(message), { errno: ERRNO[code], code, ...fields });
}

/** Large numbers as Node writes them in range errors: `8_589_934_592`, `5n`. */
function grouped(value: number | bigint): string {
  const isLarge =
    typeof value === 'bigint'
      ? value > 2n ** 32n || value < -(2n ** 32n)
      : Number.isInteger(value) && Math.abs(value) > 2 ** 32;
  const digits = isLarge ? String(value).replace(/\B(?=(\d{3})+$)/g, '_') : String(value);
  return typeof value === 'bigint' ? `${digits}n` : digits;
}
