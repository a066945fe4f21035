// Replaces the code blocks of a slide by highlighted ones, with their caption and their steps; reads those kept in files.
import type { Element, Root } from 'hast';
import { readCodeSteps, readFenceInfo } from './code-steps.ts';
import { highlightCode, knowsLanguage } from './highlight.ts';
import { elementsOf, isElement, textOf } from './hast-tree.ts';
import { readListing } from './listings.ts';
import * as messages from './messages.ts';
import type { Report } from './report.ts';

/**
 * Highlights every `pre > code` under `parent`, in place.
 *
 * @param file path of the Markdown file on disk, beside which listings are read
 */
export async function highlightBlocks(
  parent: Root | Element,
  file: string,
  report: Report,
): Promise<void> {
  const children: (Root | Element)['children'][number][] = [];
  for (const child of parent.children) {
    const code = isElement(child, 'pre') ? child.children[0] : undefined;
    if (isElement(child, 'pre') && isElement(code, 'code')) {
      const line = child.position?.start.line;
      const block = await highlightBlock(code, file, (message) => {
        report(message, line);
      });
      if (block === undefined) continue;
      for (const part of [block, ...elementsOf(block)]) {
        if (child.position !== undefined && part.tagName === 'pre') part.position = child.position;
      }
      children.push(block);
      continue;
    }
    if (child.type === 'element') await highlightBlocks(child, file, report);
    children.push(child);
  }
  // A Root may hold a doctype and an Element may not; nothing here adds one.
  parent.children = children;
}

/** The block, highlighted; undefined where its code is in a file that cannot be read. */
async function highlightBlock(
  code: Element,
  file: string,
  report: (message: string) => void,
): Promise<Element | undefined> {
  const classes = code.properties.className;
  const fromClass = Array.isArray(classes)
    ? classes.map(String).find((name) => name.startsWith('language-'))
    : undefined;
  const meta = (code.data as { meta?: string } | undefined)?.meta ?? '';
  const info = readFenceInfo(`${fromClass?.slice('language-'.length) ?? ''} ${meta}`);
  const { language, steps, title } = info;
  if (!knowsLanguage(language)) report(messages.unknownLanguage(language));

  const text = await readText(info.file, textOf(code).replace(/\n$/, ''), file, report);
  if (text === undefined) return undefined;
  const pre = await highlightCode(text, language);
  if (isShort(linesOf(pre))) pre.properties.class = 'code is-short';
  if (steps !== undefined) pre.properties.dataLineNumbers = steps;
  if (title === undefined) return pre;
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['listing'] },
    children: [
      {
        type: 'element',
        tagName: 'figcaption',
        properties: {},
        children: [{ type: 'text', value: title }],
      },
      pre,
    ],
  };
}

/** A block's code: what the fence holds, or the listing that it names. */
async function readText(
  reference: string | undefined,
  body: string,
  file: string,
  report: (message: string) => void,
): Promise<string | undefined> {
  if (reference === undefined) return body;
  if (body.trim() !== '') report(messages.listingAndBody(reference));
  const listing = await readListing(reference, file);
  if ('text' in listing) return listing.text;
  report(listing.problem);
  return body.trim() === '' ? undefined : body;
}

const linesOf = (pre: Element): string[] => textOf(pre).replace(/\n$/, '').split('\n');

/** Short code can be set as large as text: at 28 px a line of a slide holds 58 characters. */
const SHORT_LINES = 9;
const SHORT_COLUMNS = 58;

const isShort = (lines: readonly string[]): boolean =>
  lines.length <= SHORT_LINES && lines.every((line) => line.length <= SHORT_COLUMNS);

/**
 * Turns `data-line-numbers="1-3|5"`, whether it came from the fence or from an `.element` comment,
 * into `data-steps="1-3|5"` for the page, once it is known to name lines of the block.
 */
export function settleSteps(pre: Element, report: Report): void {
  const { dataLineNumbers: spec, ...properties } = pre.properties;
  if (spec === undefined) return;
  const source = typeof spec === 'string' ? spec : '';
  const steps = readCodeSteps(source, linesOf(pre).length);
  if (steps === undefined) report(messages.badSteps(source), pre.position?.start.line);
  const classes = Array.isArray(properties.className) ? properties.className : [];
  pre.properties = { ...properties, className: [...classes, 'is-numbered'] };
  if (steps !== undefined && source.trim() !== '') {
    pre.properties.dataSteps = steps.map((step) => step.join(' ')).join('|');
  }
}
