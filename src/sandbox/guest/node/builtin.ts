// One module of Node as the linker needs it: its value, and the names that an ES module exports.

/** `exports` is both the default export and what `require` gives; `names` are its named exports. */
export type Builtin = { readonly exports: object; readonly names: readonly string[] };

const IDENTIFIER = /^[A-Za-z$][\w$]*$/;

export function builtin(exports: object, names = identifiersOf(exports)): Builtin {
  for (const name of names) {
    const value: unknown = Reflect.get(exports, name);
    // The build shortens names; what student code prints is called as in Node. Of two names, the first.
    if (typeof value === 'function' && !names.includes(value.name)) {
      Reflect.defineProperty(value, 'name', { value: name });
    }
  }
  return { exports, names };
}

function identifiersOf(exports: object): readonly string[] {
  return Object.keys(exports).filter((name) => IDENTIFIER.test(name) && name !== 'default');
}
