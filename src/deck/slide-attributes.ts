// Reads the attributes that the dialect puts in comments: `<!-- .slide: … -->`, `<!-- .element: … -->`.

export type CommentAttributes = {
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Names that the site's policy forbids (style, event handlers) or that mean nothing here. */
  readonly refused: readonly string[];
};

const ATTRIBUTE = /([^\s"'=<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;
const ADMITTED = /^(?:id|lang|title|role|hidden|data-[\w.-]+|aria-[\w-]+)$/;

/** Reads `name="value"` pairs and bare names; a later value replaces an earlier one, classes add up. */
export function readCommentAttributes(source: string): CommentAttributes {
  const classes = new Set<string>();
  const attributes: Record<string, string> = {};
  const refused: string[] = [];
  for (const [, rawName = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const name = rawName.toLowerCase();
    const value = double ?? single ?? bare ?? '';
    if (name === 'class') for (const word of value.split(/\s+/).filter(Boolean)) classes.add(word);
    else if (ADMITTED.test(name)) attributes[name] = value;
    else refused.push(rawName);
  }
  return { classes: [...classes], attributes, refused };
}

/** A class of the dialect that gives a slide its layout: `page-title`, `page-tp4`, … */
export const isPageClass = (name: string): boolean => name.startsWith('page-');
