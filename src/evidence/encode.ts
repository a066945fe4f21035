// The one encoder for all that leaves the student's realm: any value, however hostile, becomes a plain picture.
import { EVIDENCE_CAPS, type EvidenceCaps } from './caps.ts';
import { EncodeBudget } from './encode-budget.ts';
import { pictureBytes, pictureByteArray } from './encode-bytes.ts';
import { brandOf, type Brand } from './brand.ts';
import { pictureThrown, type Locate } from './encode-thrown.ts';
import type { Evidence, ThrownEvidence } from './evidence.ts';
import { headersEntries, headersIteratorNext } from './host-headers.ts';
import {
  append,
  apply,
  get,
  getPrototypeOf,
  iteratorSymbol,
  mapEntries,
  mapIteratorNext,
  ObjectPrototype,
  ownKeys,
  setIteratorNext,
  setValues,
  toText,
} from './primordials.ts';
import {
  accessorName,
  classNameOf,
  functionName,
  hasNames,
  holdsName,
  isMethod,
  readProperty,
} from './read-property.ts';

export type EncodeOptions = {
  readonly caps?: EvidenceCaps;
  readonly locate?: Locate;
  /**
   * Only looks, as Node's console does: no getter and no iterator runs, and what a prototype would give is left out.
   * A picture of what a program holds must not change what it does next. Default false.
   */
  readonly passive?: boolean;
};

/** Pictures one value. `names` are read by name, wherever they are defined; everything else is found by walking. */
export function encodeEvidence(
  value: unknown,
  options: EncodeOptions & { readonly names?: readonly string[] } = {},
): Evidence {
  return new EvidenceEncoder(options).encode(value, options.names ?? []);
}

/** The containers around the value being pictured, innermost first. */
type Ancestors = {
  readonly value: object;
  readonly depth: number;
  readonly parent: Ancestors;
} | null;

/** Prototypes that are climbed in search of inherited properties. */
const PROTOTYPE_CAP = 8;

/**
 * One encoder pictures all the results of a batch, which share its caps on nodes and bytes.
 * It runs student code only where a value cannot be read otherwise (getters, proxy traps, iterators), and survives it.
 */
export class EvidenceEncoder {
  readonly #caps: EvidenceCaps;
  readonly #locate: Locate;
  readonly #passive: boolean;
  readonly #budget: EncodeBudget;

  constructor(options: EncodeOptions = {}) {
    this.#caps = options.caps ?? EVIDENCE_CAPS;
    this.#locate = options.locate ?? (() => null);
    this.#passive = options.passive ?? false;
    this.#budget = new EncodeBudget(this.#caps);
  }

  encode(value: unknown, names: readonly string[] = []): Evidence {
    return this.#encode(value, null, names);
  }

  /** Pictures a thrown value, which may be anything at all. */
  thrown(value: unknown): ThrownEvidence {
    const picture = pictureThrown(value, this.#budget.textRoom, this.#locate);
    this.#budget.spend(picture.name.length + picture.message.length);
    return picture;
  }

  #encode(value: unknown, ancestors: Ancestors, names: readonly string[]): Evidence {
    if (!this.#budget.takeNode()) return { type: 'truncated', reason: 'width' };
    switch (typeof value) {
      case 'undefined':
        return { type: 'undefined' };
      case 'boolean':
        return { type: 'boolean', value };
      case 'number':
        return { type: 'number', value };
      case 'bigint':
        return value < -HUGE || value > HUGE
          ? { type: 'truncated', reason: 'bytes' }
          : { type: 'bigint', value };
      case 'string':
        return { type: 'string', value: this.#budget.text(value), length: value.length };
      case 'symbol':
        return { type: 'symbol', description: this.#budget.text(toText(value)) };
      case 'function':
        return { type: 'function', name: functionName(value) };
      case 'object':
        return value === null ? { type: 'null' } : this.#object(value, ancestors, names);
    }
  }

  #object(value: object, ancestors: Ancestors, names: readonly string[]): Evidence {
    for (let above = ancestors; above !== null; above = above.parent) {
      if (above.value === value) return { type: 'truncated', reason: 'cycle' };
    }
    const depth = ancestors === null ? 0 : ancestors.depth + 1;
    if (depth > this.#caps.depth) return { type: 'truncated', reason: 'depth' };
    const inside = { value, depth, parent: ancestors };
    try {
      // What has the names asked for is what was asked for, be it an array or an error besides.
      const brand = hasNames(value, names) ? 'other' : brandOf(value);
      return this.#branded(brand, value, inside, names);
    } catch {
      // A proxy trap threw, or the proxy was revoked; getters and iterators have their own guards.
      return { type: 'unreadable', reason: 'proxy' };
    }
  }

  #branded(brand: Brand, value: object, inside: Ancestors, names: readonly string[]): Evidence {
    switch (brand) {
      case 'bytes': {
        const picture = pictureBytes(value, this.#budget.room);
        if (picture.type === 'bytes') this.#budget.spend(picture.bytes.length);
        return picture;
      }
      case 'map':
        return {
          type: 'map',
          kind: 'Map',
          entries: this.#entries(mapEntries(value), mapIteratorNext, inside),
        };
      case 'headers':
        return {
          type: 'map',
          kind: 'Headers',
          entries: this.#entries(headersEntries(value), headersIteratorNext, inside),
        };
      case 'set':
        return { type: 'set', items: this.#items(setValues(value), setIteratorNext, inside) };
      case 'error':
        return { type: 'error', ...this.thrown(value) };
      case 'array':
        return this.#array(value as readonly unknown[], inside);
      case 'other':
        return this.#other(value, inside, names);
    }
  }

  #array(array: readonly unknown[], inside: Ancestors): Evidence {
    const { length } = array;
    const packed = pictureByteArray(array, this.#budget.room);
    if (packed !== null) {
      this.#budget.spend(packed.bytes.length);
      return packed;
    }
    const items: Evidence[] = [];
    for (let index = 0; index < length; index += 1) {
      if (this.#full(items)) break;
      append(items, this.#property(array, index, array, inside));
    }
    return { type: 'array', items, length };
  }

  #other(value: object, inside: Ancestors, names: readonly string[]): Evidence {
    if (names.length === 0 && !this.#passive) {
      const iterate = readProperty(value, iteratorSymbol);
      if (typeof iterate === 'function') return this.#iterable(value, iterate, inside);
    }
    const keys = ownKeys(value);
    const entries: [string, Evidence][] = [];
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index];
      if (typeof key !== 'string') continue;
      if (entries.length >= this.#caps.width) {
        append(entries, ['…', { type: 'truncated', reason: 'width' }]);
        break;
      }
      append(entries, [this.#budget.text(key), this.#property(value, key, value, inside)]);
    }
    const inherited = this.#passive ? [] : this.#inherited(value, entries, inside, names);
    const className = classNameOf(value);
    return inherited.length === 0
      ? { type: 'object', className, entries }
      : { type: 'object', className, entries, inherited };
  }

  /** What is found by name beyond the own keys: the names asked for, then getters and values of the prototypes. */
  #inherited(
    value: object,
    own: readonly (readonly [string, Evidence])[],
    inside: Ancestors,
    names: readonly string[],
  ): [string, Evidence][] {
    const found: [string, Evidence][] = [];
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index];
      if (name === undefined || holdsName(own, name) || holdsName(found, name)) continue;
      append(found, [name, this.#property(value, name, value, inside)]);
    }
    let prototype = getPrototypeOf(value);
    for (let step = 0; step < PROTOTYPE_CAP; step += 1) {
      if (prototype === null || prototype === ObjectPrototype) break;
      const keys = ownKeys(prototype);
      for (let index = 0; index < keys.length && found.length < this.#caps.width; index += 1) {
        const key = keys[index];
        if (typeof key !== 'string' || isMethod(prototype, key)) continue;
        if (holdsName(own, key) || holdsName(found, key)) continue;
        append(found, [this.#budget.text(key), this.#property(prototype, key, value, inside)]);
      }
      prototype = getPrototypeOf(prototype);
    }
    return found;
  }

  #property(holder: object, key: PropertyKey, receiver: object, inside: Ancestors): Evidence {
    let value: unknown;
    try {
      const accessor = this.#passive ? accessorName(holder, key) : null;
      if (accessor !== null) return { type: 'unreadable', reason: accessor };
      value = get(holder, key, receiver);
    } catch {
      return { type: 'unreadable', reason: 'getter' };
    }
    return this.#encode(value, inside, []);
  }

  /** Any other iterable: the iterator is the student's code, asked for one item at a time. */
  #iterable(value: object, iterate: CallableFunction, inside: Ancestors): Evidence {
    const items: Evidence[] = [];
    try {
      const iterator = apply(iterate, value, []) as object;
      const next = get(iterator, 'next') as () => object;
      for (;;) {
        const result = apply(next, iterator, []) as {
          readonly done?: unknown;
          readonly value?: unknown;
        };
        if (result.done) break;
        if (this.#full(items)) break;
        append(items, this.#encode(result.value, inside, []));
      }
    } catch {
      append(items, { type: 'unreadable', reason: 'iterator' });
    }
    return { type: 'array', items, length: items.length };
  }

  #items(
    iterator: Iterator<unknown>,
    next: (iterator: Iterator<unknown>) => IteratorResult<unknown>,
    inside: Ancestors,
  ): Evidence[] {
    const items: Evidence[] = [];
    for (let step = next(iterator); step.done !== true; step = next(iterator)) {
      if (this.#full(items)) break;
      append(items, this.#encode(step.value, inside, []));
    }
    return items;
  }

  #entries(
    iterator: Iterator<[unknown, unknown]>,
    next: (iterator: Iterator<[unknown, unknown]>) => IteratorResult<[unknown, unknown]>,
    inside: Ancestors,
  ): [Evidence, Evidence][] {
    const entries: [Evidence, Evidence][] = [];
    for (let step = next(iterator); step.done !== true; step = next(iterator)) {
      if (entries.length >= this.#caps.width) {
        const cut: Evidence = { type: 'truncated', reason: 'width' };
        append(entries, [cut, cut]);
        break;
      }
      const entry = step.value;
      append(entries, [this.#encode(entry[0], inside, []), this.#encode(entry[1], inside, [])]);
    }
    return entries;
  }

  /** At the cap, ends the list with a mark that something is missing. */
  #full(items: Evidence[]): boolean {
    if (items.length < this.#caps.width) return false;
    append(items, { type: 'truncated', reason: 'width' });
    return true;
  }
}

/** No contract knows a number above 2^64, and a clone of a huge one is slow. */
const HUGE = 2n ** 128n;
