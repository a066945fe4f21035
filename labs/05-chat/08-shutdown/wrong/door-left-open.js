// échoue : C2
// confusion : door-open
export async function arreter({ serveur, wss, delai = 5000 }) {
  for (const client of wss.clients) client.close(1001);
  const fini = Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
  const minuteur = setTimeout(() => {
    for (const client of wss.clients) client.terminate();
  }, delai);
  await fini;
  clearTimeout(minuteur);
  wss.close();
  if (serveur.listening) serveur.close();
  for (const client of wss.clients) client.terminate();
}
