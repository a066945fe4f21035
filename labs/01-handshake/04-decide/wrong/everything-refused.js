// échoue : C1
export function decider() {
  return { statut: 400, entetes: { 'Sec-WebSocket-Version': '13' } };
}
