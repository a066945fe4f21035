// échoue : C7
// confusion : memory-behind-the-buffer
export function diffuser(clients, donnees, { sauf } = {}) {
  const texte = typeof donnees === 'string' ? donnees : new TextDecoder().decode(donnees.buffer);
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
