// Gives engines that lack them (WebKit as of 2.50) the symbols by which things are disposed of; imported for that alone.

for (const name of ['dispose', 'asyncDispose'] as const) {
  // Its type says that it is always there.
  if ((Symbol as Partial<SymbolConstructor>)[name] !== undefined) continue;
  Object.defineProperty(Symbol, name, { value: Symbol.for(`Symbol.${name}`) });
}
