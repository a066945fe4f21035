// échoue : C1
// confusion : not-unmasked
export const espionner = (trame) => new TextDecoder().decode(trame);
