// Replaces the code blocks of a slide by highlighted ones, with their caption and their steps.
import type { Element, ElementContent, Root } from 'hast';
import { readCodeSteps, readFenceInfo } from './code-steps.ts';
import { highlightCode, knowsLanguage } from './highlight.ts';
import { isElement, textOf } from './hast-tree.ts';
import * as messages from './messages.ts';

type Report = (message: string) => void;

/** Highlights every `pre > code` under `parent`, in place. */
export async function highlightBlocks(parent: Root | Element, report: Report): Promise<void> {
  const children: (Root | Element)['children'][number][] = [];
  for (const child of parent.children) {
    const code = isElement(child, 'pre') ? child.children[0] : undefined;
    if (isElement(child, 'pre') && isElement(code, 'code')) {
      children.push(await highlightBlock(code, report));
      continue;
    }
    if (child.type === 'element') await highlightBlocks(child, report);
    children.push(child);
  }
  // A Root may hold a doctype and an Element may not; nothing here adds one.
  parent.children = children;
}

async function highlightBlock(code: Element, report: Report): Promise<ElementContent> {
  const classes = code.properties.className;
  const fromClass = Array.isArray(classes)
    ? classes.map(String).find((name) => name.startsWith('language-'))
    : undefined;
  const meta = (code.data as { meta?: string } | undefined)?.meta ?? '';
  const { language, steps, title } = readFenceInfo(
    `${fromClass?.slice('language-'.length) ?? ''} ${meta}`,
  );
  if (!knowsLanguage(language)) report(messages.unknownLanguage(language));

  const pre = await highlightCode(textOf(code).replace(/\n$/, ''), language);
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
  if (steps === undefined) report(messages.badSteps(source));
  const classes = Array.isArray(properties.className) ? properties.className : [];
  pre.properties = { ...properties, className: [...classes, 'is-numbered'] };
  if (steps !== undefined && source.trim() !== '') {
    pre.properties.dataSteps = steps.map((step) => step.join(' ')).join('|');
  }
}
