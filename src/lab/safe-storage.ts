// Small things that a page remembers; where the browser denies storage, until the page is closed.
import * as v from 'valibot';

type Area = 'localStorage' | 'sessionStorage';

/** What the browser refused to keep, as it would have been kept there. */
const REFUSED = new Map<string, string>();

/** What is kept under `key`, if it still has the shape of `schema`; `null` otherwise. */
export function recall<Schema extends v.GenericSchema>(
  area: Area,
  key: string,
  schema: Schema,
): v.InferOutput<Schema> | null {
  try {
    const text = REFUSED.get(`${area}:${key}`) ?? readArea(area, key);
    if (text === null) return null;
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function readArea(area: Area, key: string): string | null {
  try {
    return globalThis[area].getItem(key);
  } catch {
    return null;
  }
}

/** The keys in `area` that begin with `prefix`, those that the browser refused to keep included. */
export function keysFrom(area: Area, prefix: string): readonly string[] {
  const refused = [...REFUSED.keys()]
    .filter((key) => key.startsWith(`${area}:${prefix}`))
    .map((key) => key.slice(area.length + 1));
  return [...new Set([...keysOfArea(area, prefix), ...refused])].sort();
}

function keysOfArea(area: Area, prefix: string): readonly string[] {
  try {
    return Object.keys(globalThis[area]).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** `null` removes the key. Says whether the browser took it. */
export function remember(area: Area, key: string, value: unknown): boolean {
  const refused = `${area}:${key}`;
  try {
    REFUSED.delete(refused);
    if (value === null) globalThis[area].removeItem(key);
    else globalThis[area].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    if (value !== null) REFUSED.set(refused, JSON.stringify(value));
    return false;
  }
}
