// échoue : C5 seulement
// confusion : called-twice
export function arreter({ serveur, wss, delai = 5000 }) {
  return new Promise((resolve) => {
    serveur.close((erreur) => {
      if (erreur) return;
      clearTimeout(minuteur);
      resolve();
    });
    wss.close();
    for (const client of wss.clients) client.close(1001);
    const minuteur = setTimeout(() => {
      for (const client of wss.clients) client.terminate();
    }, delai);
  });
}
