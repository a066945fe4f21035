// Tells apart what a slide's notes say, and to whom, by the labels that trainers write: `**Dire** :`, `**Piège** :`…
import type { Element, ElementContent, RootContent } from 'hast';
import { isElement, textOf } from './hast-tree.ts';
import { isBlank, parseFragment, writeNodes } from './reader-tree.ts';

export type NoteKind =
  | 'say'
  | 'ask'
  | 'answer'
  | 'trap'
  | 'deeper'
  | 'do'
  | 'duration'
  /** Before any label, or in notes that have none. */
  | 'plain';

export type NotePart = { readonly kind: NoteKind; readonly html: string };

const KINDS: Readonly<Record<string, NoteKind>> = {
  dire: 'say',
  demander: 'ask',
  réponse: 'answer',
  piège: 'trap',
  approfondir: 'deeper',
  faire: 'do',
  durée: 'duration',
};

/**
 * Cuts rendered notes (`RenderedSlide.notesHtml`) at their labels, in order; a label's text runs
 * until the next one. The labels themselves, and their colon, are left out.
 */
export function readNotes(notesHtml: string): readonly NotePart[] {
  const parts: { kind: NoteKind; nodes: RootContent[] }[] = [];
  const partOf = (kind: NoteKind | undefined) => {
    if (kind !== undefined || parts.length === 0) parts.push({ kind: kind ?? 'plain', nodes: [] });
    return parts.at(-1);
  };
  for (const node of parseFragment(notesHtml).children) {
    if (isBlank(node)) continue;
    if (!isElement(node, 'p')) {
      partOf(undefined)?.nodes.push(node);
      continue;
    }
    for (const { kind, paragraph } of cutAtLabels(node)) partOf(kind)?.nodes.push(paragraph);
  }
  return parts
    .map(({ kind, nodes }) => ({ kind, html: writeNodes(nodes).trim() }))
    .filter(({ html }) => html !== '' && html !== '<p></p>');
}

type Piece = { readonly kind: NoteKind | undefined; readonly paragraph: Element };

/** A paragraph, or several where labels follow each other line by line. */
function cutAtLabels(paragraph: Element): readonly Piece[] {
  const pieces: { kind: NoteKind | undefined; children: ElementContent[] }[] = [];
  paragraph.children.forEach((child, index) => {
    const before = paragraph.children[index - 1];
    const startsLine =
      before === undefined || (before.type === 'text' && /\n\s*$/.test(before.value));
    const kind = startsLine ? labelAt(child, paragraph.children[index + 1]) : undefined;
    if (kind !== undefined || pieces.length === 0) pieces.push({ kind, children: [] });
    if (kind === undefined) pieces.at(-1)?.children.push(child);
  });
  return pieces
    .filter(({ kind, children }) => kind !== undefined || children.length > 0)
    .map(({ kind, children }) => ({
      kind,
      paragraph: {
        ...paragraph,
        children: kind === undefined ? children : withoutColon(children),
      },
    }));
}

const COLON = /^[\s\u00a0\u202f]*:[\s\u00a0\u202f]*/;

function labelAt(child: ElementContent, next: ElementContent | undefined): NoteKind | undefined {
  if (!isElement(child, 'strong') || next?.type !== 'text' || !COLON.test(next.value)) return;
  return KINDS[textOf(child).trim().toLowerCase()];
}

function withoutColon([first, ...rest]: readonly ElementContent[]): ElementContent[] {
  if (first?.type !== 'text') return first === undefined ? rest : [first, ...rest];
  const value = first.value.replace(COLON, '');
  return [{ ...first, value: value.charAt(0).toUpperCase() + value.slice(1) }, ...rest];
}
