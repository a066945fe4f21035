// Web IDL's `USVString`: a value as a string, whose surrogates without a pair become U+FFFD.

/** @throws {TypeError} for a symbol, which `String()` would describe; and what the value's own conversion throws. */
export function toUsvString(given: unknown): string {
  if (typeof given === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  return String(given).toWellFormed();
}
