// One module of Node as the linker needs it: its value, and the names that an ES module exports.

/** `exports` is both the default export and what `require` gives; `names` are its named exports. */
export type Builtin = { readonly exports: object; readonly names: readonly string[] };

const IDENTIFIER = /^[A-Za-z$][\w$]*$/;

export function builtin(exports: object, names = identifiersOf(exports)): Builtin {
  for (const name of names) nameAs((exports as Record<string, unknown>)[name], name);
  return { exports, names };
}

function identifiersOf(exports: object): readonly string[] {
  return Object.keys(exports).filter((name) => IDENTIFIER.test(name) && name !== 'default');
}

const named = new WeakSet();

/** The build shortens names; what student code prints is called as in Node. Of two names for one value, the first. */
function nameAs(value: unknown, name: string): void {
  if (typeof value !== 'function' || value.name === name || named.has(value)) return;
  named.add(value);
  if (Object.getOwnPropertyDescriptor(value, 'name')?.configurable === true) {
    Object.defineProperty(value, 'name', { value: name });
  }
}
