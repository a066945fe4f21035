// échoue : C4
// confusion : kept-too-soon
export function arreter({ serveur, wss, delai = 5000 }) {
  return new Promise((resolve) => {
    if (serveur.listening) serveur.close();
    wss.close();
    let reste = wss.clients.size;
    for (const client of wss.clients) {
      client.on('close', () => {
        reste -= 1;
        if (reste === 0) {
          clearTimeout(minuteur);
          resolve();
        }
      });
      client.close(1001);
    }
    const minuteur = setTimeout(() => {
      for (const client of wss.clients) client.terminate();
    }, delai);
  });
}
