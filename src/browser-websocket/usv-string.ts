// Web IDL's `USVString`: any value as a string, whose surrogates without a pair become U+FFFD.

export function toUsvString(given: unknown): string {
  return String(given).toWellFormed();
}
