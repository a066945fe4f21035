// échoue : C2
// confusion : door-open
export async function arreter({ serveur, wss, delai = 5000 }) {
  for (const client of wss.clients) client.close(1001);
  await new Promise((resolve) => setTimeout(resolve, delai));
  wss.close();
  if (serveur.listening) serveur.close();
  for (const client of wss.clients) client.terminate();
  while (wss.clients.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
