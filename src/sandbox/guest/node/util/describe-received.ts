// How Node words a value that it did not want: `type number (5)`, `an instance of Map`.

/** The words after « Received » in `ERR_INVALID_ARG_TYPE`. */
export function describeReceived(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') {
    const constructor: unknown = (value as { constructor?: unknown }).constructor;
    if (typeof constructor === 'function' && constructor.name !== '') {
      return `an instance of ${constructor.name}`;
    }
    return '[Object: null prototype] {}';
  }
  return `type ${typeof value} (${quoted(value as string | number | bigint | boolean | symbol)})`;
}

function quoted(value: string | number | bigint | boolean | symbol): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'string') return String(value);
  const text = value.length > 28 ? `${value.slice(0, 25)}...` : value;
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}
