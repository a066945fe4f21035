// The header fields of a head, in their order and with their case: names are compared without it (RFC 9110 §5.1).

export type HeaderField = readonly [name: string, value: string];
export type HeaderFields = readonly HeaderField[];

/** The value of each field of that name, in order. */
export function headerValues(fields: HeaderFields, name: string): string[] {
  const wanted = name.toLowerCase();
  return fields.filter(([given]) => given.toLowerCase() === wanted).map(([, value]) => value);
}

/** The values of a field whose value is a list: several fields mean one, joined by commas (RFC 9110 §5.3). */
export function headerList(fields: HeaderFields, name: string): string | null {
  const values = headerValues(fields, name);
  return values.length === 0 ? null : values.join(', ');
}
