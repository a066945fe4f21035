// échoue : C3
// confusion : no-deadline
export async function arreter({ serveur, wss }) {
  if (serveur.listening) serveur.close();
  wss.close();
  for (const client of wss.clients) client.close(1001);
  await Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
}
