// échoue : C7 seulement
export function diffuser(clients, donnees, { sauf } = {}) {
  const texte = donnees.toString().trim();
  let envois = 0;
  for (const client of clients) {
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(texte);
      envois += 1;
    } catch {}
  }
  return envois;
}
