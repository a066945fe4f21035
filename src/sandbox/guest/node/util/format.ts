// `util.format`: the printf of `console.log`.
import { inspect } from './inspect.ts';

function asString(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'object' && value !== null) {
    // Node uses a toString that the value's own class defines, and inspects the rest.
    const hasOwnText =
      Object.hasOwn(value, 'toString') ||
      (!(value instanceof Error) &&
        typeof (value as { constructor?: unknown }).constructor === 'function' &&
        Object.hasOwn(
          (value as { constructor: { prototype: object } }).constructor.prototype,
          'toString',
        ) &&
        !isBuiltin(value));
    return hasOwnText ? (value as { toString(): string }).toString() : inspect(value, { depth: 0 });
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

function isBuiltin(value: object): boolean {
  return [Object, Array, Date, RegExp, Function].some(
    (Type) => Object.getPrototypeOf(value) === Type.prototype,
  );
}

function asNumber(value: unknown, convert: (text: string) => number): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol' || (typeof value === 'object' && value !== null)) return 'NaN';
  const number = convert(String(value));
  return Object.is(number, -0) ? '-0' : String(number);
}

function asJson(value: unknown): string {
  try {
    // Its type says string, but it is undefined for undefined.
    return JSON.stringify(value);
  } catch {
    return '[Circular]';
  }
}

const DIRECTIVES: Readonly<Record<string, (value: unknown) => string>> = {
  s: asString,
  d: (value) => asNumber(value, Number),
  i: (value) => asNumber(value, (text) => Number.parseInt(text, 10)),
  f: (value) => (typeof value === 'symbol' ? 'NaN' : String(Number.parseFloat(String(value)))),
  j: asJson,
  o: (value) => inspect(value, { depth: 4 }),
  O: (value) => inspect(value),
  c: () => '',
};

/** `%s %d %i %f %j %o %O %c %%`, then the values left over, separated by spaces. */
export function format(...values: unknown[]): string {
  const [first, ...rest] = values;
  let used = 0;
  let text = '';
  if (typeof first === 'string') {
    text = first;
    if (rest.length > 0) {
      text = first.replace(/%([sdifjoOc%])/g, (directive, letter: string) => {
        if (letter === '%') return '%';
        if (used >= rest.length) return directive;
        return DIRECTIVES[letter]?.(rest[used++]) ?? directive;
      });
    }
  } else if (values.length > 0) {
    text = inspect(first);
  }
  const left = rest
    .slice(used)
    .map((value) => (typeof value === 'string' ? value : inspect(value)));
  return [text, ...left].join(' ');
}

export function formatWithOptions(_options: object, ...values: unknown[]): string {
  return format(...values);
}
