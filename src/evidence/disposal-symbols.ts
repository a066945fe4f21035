// Gives engines that lack them (WebKit as of 2.50) the symbols by which things are disposed of; imported for that alone.

for (const name of ['dispose', 'asyncDispose'] as const) {
  if (name in Symbol) continue;
  Object.defineProperty(Symbol, name, { value: Symbol.for(`Symbol.${name}`) });
}
