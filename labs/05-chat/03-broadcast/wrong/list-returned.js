// échoue : C6
export function diffuser(clients, donnees, { sauf } = {}) {
  return [...clients].filter((client) => {
    if (client === sauf || client.readyState !== 1) return false;
    try {
      client.send(donnees.toString());
      return true;
    } catch {
      return false;
    }
  });
}
