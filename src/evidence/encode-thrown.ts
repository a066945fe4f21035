// Pictures what was thrown: any value may be, and only its code is ever graded.
import type { SourceLocation, ThrownEvidence } from './evidence.ts';
import { isObject, slice, toNumber, toText } from './primordials.ts';
import { classNameOf, readProperty } from './read-property.ts';

/** Finds, in a stack trace, the first frame that is in a student's file. */
export type Locate = (stack: string) => SourceLocation | null;

/** UTF-16 code units of a code that is text, such as `ERR_INVALID_ARG_TYPE`. */
const CODE_CAP = 200;

/** `textCap` in UTF-16 code units, for the name and for the message. */
export function pictureThrown(value: unknown, textCap: number, locate: Locate): ThrownEvidence {
  if (!isObject(value)) {
    const message = slice(toText(value), 0, textCap);
    return { name: typeof value, message, code: undefined, location: null };
  }
  const name = readProperty(value, 'name');
  const message = readProperty(value, 'message');
  const stack = readProperty(value, 'stack');
  return {
    name: typeof name === 'string' && name !== '' ? slice(name, 0, textCap) : fallbackName(value),
    message: typeof message === 'string' ? slice(message, 0, textCap) : '',
    code: codeOf(readProperty(value, 'code')),
    location: typeof stack === 'string' ? locate(stack) : null,
  };
}

function fallbackName(value: object): string {
  try {
    return classNameOf(value) ?? 'Object';
  } catch {
    // A proxy hides its prototype.
    return 'Object';
  }
}

function codeOf(code: unknown): number | string | undefined {
  if (typeof code === 'number') return code;
  if (typeof code === 'string') return slice(code, 0, CODE_CAP);
  if (typeof code === 'bigint') return toNumber(code);
  return undefined;
}
