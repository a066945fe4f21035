// échoue : C2
// confusion : drawn-once
export const nouvelleCle = () => new Uint8Array(4);
