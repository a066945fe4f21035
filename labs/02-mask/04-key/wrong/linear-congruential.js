// échoue : C7 seulement
// confusion : home-made-generator
let graine = 20130612;

function octet() {
  graine = (Math.imul(graine, 1103515245) + 12345) >>> 0;
  return graine >>> 24;
}

export function nouvelleCle() {
  return Uint8Array.of(octet(), octet(), octet(), octet());
}
