// échoue : C4
// confusion : timer-left
export function arreter({ serveur, wss, delai = 5000 }) {
  return new Promise((resolve, reject) => {
    wss.close();
    serveur.close((erreur) => (erreur ? reject(erreur) : resolve()));
    for (const client of wss.clients) {
      client.close(1001);
      setTimeout(() => client.terminate(), delai);
    }
  });
}
