// échoue : C7 seulement
export function diffuser(clients, donnees, { sauf } = {}) {
  const texte = donnees.toString();
  // Ce n’était pas de l’UTF-8.
  if (texte.includes('\ufffd')) return 0;
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
