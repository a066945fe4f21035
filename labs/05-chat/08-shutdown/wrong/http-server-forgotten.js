// échoue : C4
// confusion : close-of-the-server
export async function arreter({ wss, delai = 5000 }) {
  wss.close();
  for (const client of wss.clients) client.close(1001);
  const fini = Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
  const minuteur = setTimeout(() => {
    for (const client of wss.clients) client.terminate();
  }, delai);
  await fini;
  clearTimeout(minuteur);
}
