// The head of an HTTP message as its author meant it, however badly its lines end; and what is wrong with their form.
import { fail } from './check-failure.ts';
import { HEAD } from './head-messages.ts';
import { visibleText } from './visible-text.ts';

/** A line without its ending; `offset` is its first byte's. */
export type HeadLine = { readonly text: string; readonly ending: string; readonly offset: number };

export type HeadField = { readonly name: string; readonly value: string };

/**
 * `lines` are those before the empty line, blank ones at the start included; `emptyLine` is `null` when it never comes,
 * and may hold spaces; `rest` is what follows it.
 */
export type HttpLines = {
  readonly text: string;
  readonly lines: readonly HeadLine[];
  readonly emptyLine: HeadLine | null;
  readonly rest: string;
};

const CRLF = '\r\n';

/** Takes any line ending, so that a check about the words of a head need not fail for its line ends. */
export function splitHttpLines(text: string): HttpLines {
  // « \n\r » between two lines is one ending, written backwards; anywhere else its « \r » begins the next.
  const endings = /[^\r\n]\n\r[^\r\n]/.test(text) ? /\n\r|\r+\n|\n|\r/g : /\r+\n|\n|\r/g;
  const lines: HeadLine[] = [];
  let offset = 0;
  for (const { 0: ending, index } of text.matchAll(endings)) {
    const line = { text: text.slice(offset, index), ending, offset };
    offset = index + ending.length;
    // Blank lines before the first word are not the end of anything yet.
    if (isBlank(line.text) && lines.some((each) => !isBlank(each.text))) {
      return { text, lines, emptyLine: line, rest: text.slice(offset) };
    }
    lines.push(line);
  }
  if (offset < text.length) lines.push({ text: text.slice(offset), ending: '', offset });
  return { text, lines, emptyLine: null, rest: '' };
}

/** The start line: the first that is not blank, without its indentation; empty when there is none. */
export function startLineOf({ lines }: HttpLines): string {
  return (lines.find((line) => !isBlank(line.text))?.text ?? '').replace(/^[ \t]+/, '');
}

/** Every line that has a colon, the start line aside. Names keep their case, and a space before the colon. */
export function fieldsOf({ lines }: HttpLines): readonly HeadField[] {
  return lines.flatMap(({ text }) => {
    const line = text.replace(/^[ \t]+/, '');
    const colon = line.indexOf(':');
    if (colon === -1 || /^HTTP\/\S* /i.test(line)) return [];
    return [
      { name: line.slice(0, colon), value: line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '') },
    ];
  });
}

/** The values of the fields of that name, whatever its case. */
export function fieldValues(fields: readonly HeadField[], name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return fields.filter((field) => field.name.toLowerCase() === wanted).map(({ value }) => value);
}

/** Fails on the first line that does not end with CR LF, or starts with a space; then on a missing empty line. */
export function expectHttpLines(head: HttpLines, sent: string): void {
  const { text, lines, emptyLine } = head;
  if (isBlank(text)) {
    fail({ message: HEAD.empty, sent, actual: visibleText(text), hint: HEAD.emptyHint });
  }
  if (!text.includes('\n') && text.includes('\\r\\n')) {
    fail({ message: HEAD.escaped, sent, actual: visibleText(text), hint: HEAD.escapedHint });
  }
  for (const [index, line] of lines.entries()) {
    expectLine(line, index, { sent, isLast: index === lines.length - 1, start: startLineOf(head) });
  }
  if (emptyLine === null) {
    const last = lines.at(-1);
    fail({
      message: HEAD.noEmptyLine,
      sent,
      expected: HEAD.atTheEnd('␍␊␍␊'),
      actual: HEAD.atTheEnd(visibleText(`${last?.text ?? ''}${last?.ending ?? ''}`)),
      where: HEAD.whereEnd(text.length),
      hint: HEAD.noEmptyLineHint,
    });
  }
  const blanks = emptyLine.text !== '';
  if (!blanks && emptyLine.ending === CRLF) return;
  fail({
    message: blanks ? HEAD.blankNotEmpty : HEAD.otherEnding(visibleText(emptyLine.ending)),
    sent,
    expected: HEAD.emptyLine('␍␊'),
    actual: HEAD.emptyLine(visibleText(emptyLine.text) + visibleText(emptyLine.ending)),
    where: HEAD.where(lines.length + 1, emptyLine.offset),
    hint: blanks ? HEAD.indentedHint : HEAD.otherEndingHint,
  });
}

/** Fails when something follows the empty line; a head that never ends is another expectation's business. */
export function expectNothingAfter({ text, rest }: HttpLines, sent: string, hint: string): void {
  if (rest === '') return;
  fail({
    message: HEAD.after(rest.length),
    sent,
    expected: HEAD.nothingAfter,
    actual: visibleText(rest),
    where: HEAD.whereEnd(text.length - rest.length),
    hint,
  });
}

function expectLine(
  line: HeadLine,
  index: number,
  {
    sent,
    isLast,
    start,
  }: { readonly sent: string; readonly isLast: boolean; readonly start: string },
): void {
  const words = isBlank(line.text) ? start : line.text.replace(/^[ \t]+/, '');
  const refuse = (message: string, hint: string): never =>
    fail({
      message,
      sent,
      expected: visibleText(words + CRLF),
      actual: visibleText(line.text + line.ending),
      where: HEAD.where(index + 1, line.offset),
      hint,
    });
  // A last line without its ending lacks the empty line too: that is the one thing to say.
  if (isBlank(line.text)) {
    if (index === 0) refuse(HEAD.blankStart, HEAD.blankStartHint);
    return;
  }
  if (words !== line.text) refuse(HEAD.indented, HEAD.indentedHint);
  if (line.ending !== CRLF && !(isLast && line.ending === '')) {
    refuse(HEAD.otherEnding(visibleText(line.ending)), HEAD.otherEndingHint);
  }
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}
