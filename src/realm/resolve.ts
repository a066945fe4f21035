// Where a specifier leads, by the rules of Node's ES modules restricted to the student's files and a few built-ins.

export type Resolution =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'builtin'; readonly name: string }
  /** Such a file could exist and does not: a typing mistake, a missing `./` or extension. */
  | { readonly kind: 'missing' }
  /** A package, a Node module or an address that student code may not use. */
  | { readonly kind: 'forbidden' };

export type ResolvableModules = {
  hasFile(file: string): boolean;
  /** Names without `node:`. Those of packages (`ws`) are only imported bare. */
  hasBuiltin(name: string): boolean;
  isPackage(name: string): boolean;
};

const RELATIVE = /^\.{1,2}(\/|$)/;
const URL_LIKE = /^[a-z][a-z\d+.-]*:|^\/\//i;
const FILE_URL_ROOT = 'file:///';

/** `from` is the importing file, relative to the student's directory; so is the file in the answer. */
export function resolveSpecifier(
  specifier: string,
  from: string,
  modules: ResolvableModules,
): Resolution {
  if (RELATIVE.test(specifier)) {
    const file = joinPath(from, specifier);
    return file !== null && modules.hasFile(file) ? { kind: 'file', file } : { kind: 'missing' };
  }
  if (specifier.startsWith(FILE_URL_ROOT)) {
    // What `import.meta.url` gave, passed back to `import()`.
    const file = specifier.slice(FILE_URL_ROOT.length);
    return modules.hasFile(file) ? { kind: 'file', file } : { kind: 'missing' };
  }
  if (specifier.startsWith('node:')) {
    const name = specifier.slice('node:'.length);
    const isAllowed = modules.hasBuiltin(name) && !modules.isPackage(name);
    return isAllowed ? { kind: 'builtin', name } : { kind: 'forbidden' };
  }
  if (modules.hasBuiltin(specifier)) return { kind: 'builtin', name: specifier };
  if (URL_LIKE.test(specifier)) return { kind: 'forbidden' };
  return isMeantAsFile(specifier, from, modules) ? { kind: 'missing' } : { kind: 'forbidden' };
}

/** `cadre.js`, `/cadre.js`, `''`: Node would look for a package, the student thinks of a file. */
function isMeantAsFile(specifier: string, from: string, modules: ResolvableModules): boolean {
  if (specifier === '' || specifier.startsWith('/') || specifier.startsWith('#')) return true;
  if (/\.(m?js|json)$/.test(specifier)) return true;
  const sibling = joinPath(from, `./${specifier}.js`);
  return modules.hasFile(specifier) || (sibling !== null && modules.hasFile(sibling));
}

/** The path of `relative` seen from the folder of `from`; `null` for a folder or outside the student's directory. */
function joinPath(from: string, relative: string): string | null {
  const segments = from.split('/').slice(0, -1);
  // As a URL, so that `./a%20b.js?x` names what it names in Node.
  const [path = ''] = relative.split(/[?#]/);
  if (path.endsWith('/')) return null;
  for (const segment of decode(path).split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return null;
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
