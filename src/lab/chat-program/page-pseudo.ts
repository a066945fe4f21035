// Under which name a page of the chat joins: the given start module draws one, and whoever mounts the page may know better.

/** The one line of `demarrage.js` that makes it. */
const PSEUDO = /^const pseudo = .*$/m;

/** The same files, whose `module` joins as `pseudo`. One that has no such line, or that is not there, keeps its own way. */
export function withPseudo(
  files: Readonly<Record<string, string>>,
  module: string,
  pseudo: string,
): Readonly<Record<string, string>> {
  const text = files[module];
  if (text === undefined) return files;
  // A function: `$&` in a name must stay what it is. JSON is JavaScript, line separators included.
  return {
    ...files,
    [module]: text.replace(PSEUDO, () => `const pseudo = ${JSON.stringify(pseudo)};`),
  };
}
