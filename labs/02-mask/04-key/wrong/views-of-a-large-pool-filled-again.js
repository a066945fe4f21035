// échoue : C6 seulement
// confusion : shared-memory
const reserve = new Uint8Array(65536);
let place = reserve.length;

export function nouvelleCle() {
  if (place === reserve.length) {
    crypto.getRandomValues(reserve);
    place = 0;
  }
  return reserve.subarray(place, (place += 4));
}
