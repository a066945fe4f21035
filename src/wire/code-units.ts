// A long string from its UTF-16 code units, without one concatenation for each.

/** Engines limit the number of arguments of a call; this many is safe in all of them. */
const UNITS_PER_CALL = 8192;

export function stringFromCodeUnits(units: Uint16Array | Uint8Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += UNITS_PER_CALL) {
    const some = units.subarray(i, i + UNITS_PER_CALL);
    // Ten times as fast as spreading a typed array, but only typed for tuples: hence the `as`.
    text += Reflect.apply(String.fromCharCode, undefined, some) as string;
  }
  return text;
}
