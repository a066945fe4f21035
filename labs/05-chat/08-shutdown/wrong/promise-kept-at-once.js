// échoue : C4 seulement
// confusion : kept-too-soon
export async function arreter({ serveur, wss, delai = 5000 }) {
  if (serveur.listening) serveur.close();
  wss.close();
  for (const client of wss.clients) client.close(1001);
  const minuteur = setTimeout(() => {
    for (const client of wss.clients) client.terminate();
  }, delai);
  Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve)))).then(() => {
    clearTimeout(minuteur);
  });
}
