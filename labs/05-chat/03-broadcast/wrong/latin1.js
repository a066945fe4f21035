// échoue : C7 seulement
// confusion : other-encoding
export function diffuser(clients, donnees, { sauf } = {}) {
  const texte = typeof donnees === 'string' ? donnees : donnees.toString('latin1');
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
