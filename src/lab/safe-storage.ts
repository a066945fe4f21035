// Small things that a page remembers; a browser that denies storage just forgets them.
import * as v from 'valibot';

type Area = 'localStorage' | 'sessionStorage';

/** What is kept under `key`, if it still has the shape of `schema`; `null` otherwise. */
export function recall<Schema extends v.GenericSchema>(
  area: Area,
  key: string,
  schema: Schema,
): v.InferOutput<Schema> | null {
  try {
    const text = globalThis[area].getItem(key);
    if (text === null) return null;
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** `null` removes the key. Says whether the browser took it. */
export function remember(area: Area, key: string, value: unknown): boolean {
  try {
    if (value === null) globalThis[area].removeItem(key);
    else globalThis[area].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
