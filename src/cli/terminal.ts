// Colour and columns on a terminal; plain text everywhere else.
import { stripVTControlCharacters, styleText } from 'node:util';

export type Ink = 'bold' | 'dim' | 'green' | 'red' | 'yellow';
/** Colours a piece of text, or gives it back as it is. */
export type Paint = (ink: Ink, text: string) => string;

export const plain: Paint = (_ink, text) => text;
const coloured: Paint = (ink, text) => styleText(ink, text, { validateStream: false });

/** No colour in a pipe, under `NO_COLOR` (https://no-color.org) or on a terminal that has none. */
export function paintFor(
  stream: { readonly isTTY?: boolean | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const refused = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return stream.isTTY === true && !refused ? coloured : plain;
}

/** Pads to `width` columns, whatever the colours inside. */
export function column(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stripVTControlCharacters(text).length));
}
