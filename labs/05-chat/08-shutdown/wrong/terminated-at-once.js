// échoue : C1
// confusion : power-cut
export async function arreter({ serveur, wss }) {
  if (serveur.listening) serveur.close();
  wss.close();
  const clients = [...wss.clients];
  const tous = clients.map((client) => new Promise((resolve) => client.once('close', resolve)));
  for (const client of clients) client.terminate();
  await Promise.all(tous);
}
