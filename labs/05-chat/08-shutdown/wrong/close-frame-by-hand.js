// échoue : C6
// confusion : queue-thrown-away
export async function arreter({ serveur, wss, delai = 5000 }) {
  if (serveur.listening) serveur.close();
  wss.close();
  const fini = Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
  for (const client of wss.clients) {
    if (client.bufferedAmount > 0) client.terminate();
    else client.close(1001);
  }
  const minuteur = setTimeout(() => {
    for (const client of wss.clients) client.terminate();
  }, delai);
  await fini;
  clearTimeout(minuteur);
}
