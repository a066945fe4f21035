// échoue : C4
export function diffuser(clients, donnees, { sauf } = {}) {
  const liste = [...clients];
  let envois = 0;
  for (let i = 0; i < liste.length; i++) {
    const client = liste[i];
    if (client === sauf || client.readyState !== 1) continue;
    try {
      client.send(donnees.toString());
      envois += 1;
    } catch {
      liste.splice(i, 1);
    }
  }
  return envois;
}
