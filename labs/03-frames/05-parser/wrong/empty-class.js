// échoue : C1
export class Analyseur {
  push() {
    return [];
  }
}
