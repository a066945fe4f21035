// échoue : C3
// confusion : no-deadline
export async function arreter({ serveur, wss, delai = 5000 }) {
  if (serveur.listening) serveur.close();
  wss.close();
  for (const client of wss.clients) client.close(1001);
  const fini = Promise.all([...wss.clients].map((client) => new Promise((resolve) => client.once('close', resolve))));
  let minuteur;
  await Promise.race([fini, new Promise((resolve) => { minuteur = setTimeout(resolve, delai); })]);
  clearTimeout(minuteur);
}
