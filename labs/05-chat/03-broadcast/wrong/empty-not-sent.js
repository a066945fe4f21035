// échoue : C1 seulement
export function diffuser(clients, donnees, { sauf } = {}) {
  const texte = donnees.toString();
  if (!texte) return 0;
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
