// échoue : C2
// confusion : predictable-source
export function nouvelleCle() {
  const temps = Math.floor(performance.now() * 1000);
  return [24, 16, 8, 0].map((decalage) => (temps >>> decalage) & 255);
}
