const reserve = new Uint8Array(1024);
let place = reserve.length;

export function nouvelleCle() {
  if (place >= reserve.length) {
    crypto.getRandomValues(reserve);
    place = 0;
  }
  const cle = reserve.slice(place, place + 4);
  place += 4;
  return cle;
}
