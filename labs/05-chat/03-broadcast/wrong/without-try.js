// échoue : C4
// confusion : one-try-for-all
export function diffuser(clients, donnees, { sauf } = {}) {
  let envois = 0;
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    client.send(donnees.toString());
    envois += 1;
  }
  return envois;
}
