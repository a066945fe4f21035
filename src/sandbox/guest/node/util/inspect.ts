// `util.inspect`: what `console.log` shows of a value, close to Node's layout.

import { layOut, type Parts } from './layout.ts';

export const CUSTOM_INSPECT = Symbol.for('nodejs.util.inspect.custom');

export type InspectOptions = {
  readonly depth?: number | null;
  readonly maxArrayLength?: number | null;
  readonly maxStringLength?: number | null;
  readonly breakLength?: number;
  readonly compact?: boolean | number;
  readonly showHidden?: boolean;
  readonly sorted?: boolean;
};

type Context = {
  readonly options: InspectOptions;
  readonly depth: number;
  readonly breakLength: number;
  readonly maxItems: number;
  readonly level: number;
  readonly ancestors: readonly object[];
  readonly circular: Map<object, number>;
};

const KEY = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

function quote(text: string): string {
  const mark = !text.includes("'")
    ? "'"
    : !text.includes('"')
      ? '"'
      : !text.includes('`') && !text.includes('${')
        ? '`'
        : "'";
  // eslint-disable-next-line no-control-regex -- control characters are what must be made visible
  const escaped = text.replace(/[\x00-\x1f\x7f\\]|\ud83c[\udffb-\udfff]/g, (character) => {
    const short = {
      '\n': '\\n',
      '\r': '\\r',
      '\t': '\\t',
      '\b': '\\b',
      '\f': '\\f',
      '\v': '\\v',
      '\\': '\\\\',
    }[character];
    if (short !== undefined) return short;
    const unit = character.charCodeAt(0);
    return unit < 0x80 ? `\\x${unit.toString(16).toUpperCase().padStart(2, '0')}` : character;
  });
  return `${mark}${mark === "'" ? escaped.replaceAll("'", "\\'") : escaped}${mark}`;
}

function primitive(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  return Object.is(value, -0) ? '-0' : String(value);
}

function classNameOf(value: object): string | null {
  for (
    let prototype: object | null = value;
    prototype !== null;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, 'constructor');
    const constructor: unknown = descriptor?.value;
    if (typeof constructor === 'function' && constructor.name !== '') return constructor.name;
  }
  return null;
}

function functionBase(value: (...values: never[]) => unknown): string {
  const source = Function.prototype.toString.call(value);
  if (source.startsWith('class')) {
    const parent = Object.getPrototypeOf(value) as { name?: string } | null;
    return `[class ${value.name || '(anonymous)'}${parent?.name ? ` extends ${parent.name}` : ''}]`;
  }
  const kind = classNameOf(value) ?? 'Function';
  return `[${kind}${value.name ? `: ${value.name}` : ' (anonymous)'}]`;
}

function errorBase(error: Error, keys: PropertyKey[]): string {
  const { stack } = error;
  const header = `${error.name}${error.message ? `: ${error.message}` : ''}`;
  if (typeof stack !== 'string' || stack === '') return `[${header}]`;
  // Firefox's stacks do not repeat the message.
  const text = stack.includes(error.message) ? stack : `${header}\n${stack}`;
  if (Object.hasOwn(error, 'cause') && !keys.includes('cause')) keys.push('cause');
  return text;
}

/** The text of a value that needs no braces unless it has extra properties; null for one that does. */
function baseOf(value: object, keys: PropertyKey[]): string | null {
  if (typeof value === 'function') return functionBase(value as () => unknown);
  if (value instanceof Error) return errorBase(value, keys);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof URL) return `URL { href: ${quote(value.href)} }`;
  for (const Boxed of [String, Number, Boolean, Symbol, BigInt]) {
    if (
      Object.prototype.toString.call(value) === `[object ${Boxed.name}]` &&
      value instanceof Boxed
    ) {
      return `[${Boxed.name}: ${primitive(value.valueOf())}]`;
    }
  }
  return null;
}

function more(hidden: number): string[] {
  return hidden > 0 ? [`... ${hidden} more item${hidden > 1 ? 's' : ''}`] : [];
}

function listItems(
  values: ArrayLike<unknown>,
  context: Context,
  show: (item: unknown) => string,
): string[] {
  const items: string[] = [];
  const length = Math.min(values.length, context.maxItems);
  let empty = 0;
  const flush = () => {
    if (empty > 0) items.push(`<${empty} empty item${empty > 1 ? 's' : ''}>`);
    empty = 0;
  };
  for (let index = 0; index < length; index++) {
    if (!(index in values)) {
      empty += 1;
      continue;
    }
    flush();
    items.push(show(values[index]));
  }
  flush();
  return [...items, ...more(values.length - length)];
}

function partsOf(value: object, context: Context): Parts {
  const show = (item: unknown) => inspectIn(item, deeper(context, value));
  const name = classNameOf(value);
  const braces = (prefix: string, entries: string[]): Parts => ({
    prefix,
    open: '{',
    close: '}',
    entries,
    isList: false,
  });
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    const list = value as unknown as ArrayLike<unknown>;
    const isPlain = name === 'Array';
    return {
      prefix: isPlain ? '' : `${name ?? '[Array: null prototype]'}(${list.length}) `,
      open: '[',
      close: ']',
      entries: listItems(list, context, show),
      isList: true,
    };
  }
  if (value instanceof Set) {
    return braces(
      `${name ?? 'Set'}(${value.size}) `,
      listItems([...(value as Set<unknown>)], context, show),
    );
  }
  if (value instanceof Map) {
    const pairs = [...(value as Map<unknown, unknown>)].slice(0, context.maxItems);
    return braces(`${name ?? 'Map'}(${value.size}) `, [
      ...pairs.map(([key, item]) => `${show(key)} => ${show(item)}`),
      ...more(value.size - pairs.length),
    ]);
  }
  if (value instanceof ArrayBuffer) {
    const bytes = Array.from(new Uint8Array(value).subarray(0, 50), (byte) =>
      byte.toString(16).padStart(2, '0'),
    );
    return braces(`${name ?? 'ArrayBuffer'} `, [
      `[Uint8Contents]: <${bytes.join(' ')}>`,
      `[byteLength]: ${value.byteLength}`,
    ]);
  }
  if (value instanceof Promise) return braces('Promise ', ['<pending>']);
  if (value instanceof WeakMap || value instanceof WeakSet)
    return braces(`${name ?? 'WeakMap'} `, ['<items unknown>']);
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  const tagged = typeof tag === 'string' && tag !== '' && tag !== name ? `[${tag}] ` : '';
  if (name === null) return braces(`[Object: null prototype] ${tagged}`, []);
  return braces(name === 'Object' && tagged === '' ? '' : `${name} ${tagged}`, []);
}

function keysOf(value: object, hasIndices: boolean): PropertyKey[] {
  const names = Object.keys(value).filter((key) => !hasIndices || !/^(0|[1-9]\d*)$/.test(key));
  const symbols = Object.getOwnPropertySymbols(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key),
  );
  return [...names, ...symbols];
}

function labelOf(key: PropertyKey, isEnumerable: boolean): string {
  const name = String(key);
  if (!isEnumerable) return `[${name}]`;
  return typeof key === 'symbol' || KEY.test(name) ? name : quote(name);
}

function property(value: object, key: PropertyKey, context: Context): string {
  const descriptor = Object.getOwnPropertyDescriptor(value, key);
  const label = labelOf(key, descriptor?.enumerable !== false);
  if (descriptor?.get) return `${label}: [${descriptor.set ? 'Getter/Setter' : 'Getter'}]`;
  if (descriptor?.set) return `${label}: [Setter]`;
  return `${label}: ${inspectIn(descriptor?.value, context)}`;
}

function deeper(context: Context, value: object): Context {
  return { ...context, level: context.level + 1, ancestors: [...context.ancestors, value] };
}

function inspectObject(value: object, context: Context): string {
  if (context.ancestors.includes(value)) {
    const index = context.circular.get(value) ?? context.circular.size + 1;
    context.circular.set(value, index);
    return `[Circular *${index}]`;
  }
  const custom: unknown = Reflect.get(value, CUSTOM_INSPECT);
  if (typeof custom === 'function') {
    const shown = (
      custom as (depth: number, options: object, inspector: typeof inspect) => unknown
    ).call(value, context.depth - context.level, context.options, inspect);
    if (shown !== value) return typeof shown === 'string' ? shown : inspectIn(shown, context);
  }
  const hasIndices = Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof String;
  const keys = keysOf(value, hasIndices);
  const base = baseOf(value, keys);
  if (base !== null && keys.length === 0) return base;
  if (context.level > context.depth)
    return `[${Array.isArray(value) ? 'Array' : (classNameOf(value) ?? 'Object: null prototype')}]`;
  const parts =
    base === null
      ? partsOf(value, context)
      : { prefix: '', open: '{', close: '}', entries: [], isList: false };
  const inner = deeper(context, value);
  const entries = [...parts.entries, ...keys.map((key) => property(value, key, inner))];
  const text =
    entries.length === 0
      ? `${parts.prefix}${parts.open}${parts.close}`
      : layOut(
          { ...parts, entries: parts.entries.length === entries.length ? parts.entries : entries },
          base,
          context,
        );
  const reference = context.circular.get(value);
  return reference === undefined ? text : `<ref *${reference}> ${text}`;
}

function inspectIn(value: unknown, context: Context): string {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isObject) {
    const limit = context.options.maxStringLength ?? 10_000;
    if (typeof value === 'string' && value.length > limit) {
      return `${quote(value.slice(0, limit))}... ${value.length - limit} more characters`;
    }
    return primitive(value);
  }
  try {
    return inspectObject(value, context);
  } catch (error) {
    // A hostile getter or proxy must not break the console.
    if (error instanceof RangeError) throw error;
    return '[…]';
  }
}

/** The text of any value. Never throws on hostile values. */
export function inspect(value: unknown, options: InspectOptions = {}): string {
  return inspectIn(value, {
    options,
    depth: options.depth === null ? Infinity : (options.depth ?? 2),
    breakLength: options.breakLength ?? 80,
    maxItems: options.maxArrayLength === null ? Infinity : (options.maxArrayLength ?? 100),
    level: 0,
    ancestors: [],
    circular: new Map(),
  });
}
inspect.custom = CUSTOM_INSPECT;
inspect.defaultOptions = { depth: 2, maxArrayLength: 100, breakLength: 80 };
