// The words that a TypeScript file shows: the text of its strings and templates, in place.
import ts from 'typescript';
import { proseOf } from './blank.ts';
import { keepOnly } from './yaml-prose.ts';

/** `'no-script'`, `'click'`: a name that the code uses. A word on screen has a capital, an accent or a space. */
const NAME = /^[a-z\d]+(?:[-:.][a-z\d]+)*$/;

/** A program in a string. */
const PROGRAM = /=>|;\n|^import /m;

/** Strings of `source`, without those that are names, imports or keys. */
export function codeProse(source: string): string {
  const file = ts.createSourceFile('words.ts', source, ts.ScriptTarget.Latest, true);
  const texts: [number, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
      if (!isKey && !NAME.test(node.text) && !PROGRAM.test(node.text))
        texts.push([node.getStart() + 1, node.getEnd() - 1]);
    } else if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) {
      texts.push([node.getStart() + 1, node.getEnd() - 2]);
    } else if (ts.isTemplateTail(node)) {
      texts.push([node.getStart() + 1, node.getEnd() - 1]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  // `\u00a0` is a space, `\n` a line: six and two columns of nothing.
  const escapes = (text: string): string =>
    text.replaceAll(/\\(?:u[\da-f]{4}|x[\da-f]{2}|[nrt0\\'"`])/gi, (escape) =>
      ' '.repeat(escape.length),
    );
  return proseOf(escapes(keepOnly(source, texts)));
}
