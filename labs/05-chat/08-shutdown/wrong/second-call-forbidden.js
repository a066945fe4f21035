// échoue : C5 seulement
// confusion : called-twice
const arretes = new WeakSet();

export async function arreter({ serveur, wss, delai = 5000 }) {
  if (arretes.has(wss)) throw new Error('déjà arrêté');
  arretes.add(wss);
  serveur.close();
  wss.close();
  for (const client of wss.clients) client.close(1001);
  const fini = Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
  const minuteur = setTimeout(() => {
    for (const client of wss.clients) client.terminate();
  }, delai);
  await fini;
  clearTimeout(minuteur);
}
