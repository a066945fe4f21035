// échoue : C3
// confusion : delay-ignored
export async function arreter({ serveur, wss }) {
  if (serveur.listening) serveur.close();
  wss.close();
  for (const client of wss.clients) client.close(1001);
  const fini = Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
  const minuteur = setTimeout(() => {
    for (const client of wss.clients) client.terminate();
  }, 5000);
  await fini;
  clearTimeout(minuteur);
}
