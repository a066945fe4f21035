// `util.isDeepStrictEqual`: the same structure, by value.

type Pair = readonly [object, object];

/** Compares prototypes, own enumerable properties, and the contents of maps, sets, bytes, dates and regular expressions. */
export function isDeepStrictEqual(
  left: unknown,
  right: unknown,
  seen: readonly Pair[] = [],
): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return false;
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (seen.some(([first, second]) => first === left && second === right)) return true;
  const pairs: readonly Pair[] = [...seen, [left, right]];
  const equal = (first: unknown, second: unknown) => isDeepStrictEqual(first, second, pairs);
  if (left instanceof Date && left.getTime() !== (right as Date).getTime()) return false;
  if (left instanceof RegExp && left.toString() !== (right as RegExp).toString()) return false;
  if (
    left instanceof Error &&
    (left.message !== (right as Error).message || left.name !== (right as Error).name)
  )
    return false;
  if (left instanceof Map && !sameMap(left, right as Map<unknown, unknown>, equal)) return false;
  if (left instanceof Set && !sameSet(left, right as Set<unknown>, equal)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) => Object.hasOwn(right, key) && equal(Reflect.get(left, key), Reflect.get(right, key)),
  );
}

type Equal = (first: unknown, second: unknown) => boolean;

function sameMap(
  left: ReadonlyMap<unknown, unknown>,
  right: ReadonlyMap<unknown, unknown>,
  equal: Equal,
): boolean {
  if (left.size !== right.size) return false;
  return [...left].every(([key, value]) =>
    right.has(key)
      ? equal(value, right.get(key))
      : [...right].some(([other, item]) => equal(key, other) && equal(value, item)),
  );
}

function sameSet(left: ReadonlySet<unknown>, right: ReadonlySet<unknown>, equal: Equal): boolean {
  if (left.size !== right.size) return false;
  return [...left].every(
    (value) => right.has(value) || [...right].some((other) => equal(value, other)),
  );
}
