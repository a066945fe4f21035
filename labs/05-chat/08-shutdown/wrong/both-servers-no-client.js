// échoue : C1
// confusion : close-of-the-server
export function arreter({ serveur, wss }) {
  return new Promise((resolve) => {
    wss.close();
    serveur.close(() => resolve());
  });
}
