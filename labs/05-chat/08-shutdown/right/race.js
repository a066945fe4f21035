// Une promesse par client, et une course contre le délai.
const attendre = (client) => new Promise((resolve) => client.once('close', resolve));

export async function arreter({ serveur, wss, delai = 5000 }) {
  serveur.close();
  wss.close();
  const clients = [...wss.clients];
  const tous = Promise.all(clients.map(attendre));
  for (const client of clients) client.close(1001);

  let minuteur;
  const trop = new Promise((resolve) => {
    minuteur = setTimeout(resolve, delai);
  });
  await Promise.race([tous, trop]);
  clearTimeout(minuteur);
  for (const client of wss.clients) client.terminate();
  await tous;
}
