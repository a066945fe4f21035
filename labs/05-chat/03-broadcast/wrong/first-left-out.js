// échoue : C1
// confusion : author-left-out
export function diffuser(clients, donnees, { sauf = [...clients][0] } = {}) {
  let envois = 0;
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(donnees.toString());
      envois += 1;
    } catch {}
  }
  return envois;
}
