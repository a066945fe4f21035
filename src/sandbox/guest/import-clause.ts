// Which names an import or a re-export asks for: the lexer gives the statement, this reads its clause.

/** A name that a statement takes from another module. `at` is its offset in the file. */
export type ImportedName = { readonly name: string; readonly at: number };

export type ImportClause = {
  /** Names that the other module must export; `default` among them. Namespaces ask for none. */
  readonly names: readonly ImportedName[];
  /** `export * from`: every name of the other module but `default` becomes one of ours. */
  readonly isStarReexport: boolean;
};

const TOKEN = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{},*]|[^\s{},*"']+/g;
const COMMENT = /\/\*[^]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g;

/**
 * Reads the text between the start of a static `import` or `export … from` and its specifier.
 * `start` is the offset of `statement` in the file. The text is lexically sound: the lexer has accepted it.
 */
export function readImportClause(statement: string, start: number): ImportClause {
  // Comments keep their length, so that offsets stay true.
  const text = statement.replace(COMMENT, (comment) => ' '.repeat(comment.length));
  const tokens = [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    at: start + match.index,
  }));
  const keyword = tokens[0]?.text;
  const names: ImportedName[] = [];
  let isInBraces = false;
  let isNamespace = false;
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1]?.text;
    if (token.text === '{') isInBraces = true;
    else if (token.text === '}') isInBraces = false;
    else if (token.text === '*') isNamespace = true;
    else if (isInBraces && (previous === '{' || previous === ',')) {
      names.push({ name: unquote(token.text), at: token.at });
    } else if (!isInBraces && keyword === 'import' && index === 1) {
      // `import name`, with or without a clause after it.
      names.push({ name: 'default', at: token.at });
    }
  }
  const isStarReexport = isNamespace && keyword === 'export' && !tokens.some(isAs);
  return { names: names.filter(({ name }) => name !== ''), isStarReexport };
}

function isAs(token: { readonly text: string }): boolean {
  return token.text === 'as';
}

function unquote(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1) : text;
}
