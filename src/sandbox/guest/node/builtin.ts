// One module of Node as the linker needs it: its value, and the names that an ES module exports.

/** `exports` is both the default export and what `require` gives; `names` are its named exports. */
export type Builtin = { readonly exports: object; readonly names: readonly string[] };

const IDENTIFIER = /^[A-Za-z$][\w$]*$/;

export function builtin(exports: object): Builtin {
  const names = Object.keys(exports).filter((name) => IDENTIFIER.test(name) && name !== 'default');
  return { exports, names };
}
