// échoue : C6
// confusion : queue-thrown-away
export async function arreter({ serveur, wss }) {
  if (serveur.listening) serveur.close();
  wss.close();
  const fini = Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
  for (const client of wss.clients) {
    client.close(1001);
    setTimeout(() => client.terminate(), 10);
  }
  await fini;
}
