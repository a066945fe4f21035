// échoue : C5 seulement
// confusion : called-twice
import { promisify } from 'node:util';

export async function arreter({ serveur, wss, delai = 5000 }) {
  const http = promisify(serveur.close).call(serveur);
  wss.close();
  for (const client of wss.clients) client.close(1001);
  const minuteur = setTimeout(() => {
    for (const client of wss.clients) client.terminate();
  }, delai);
  try {
    await http;
  } finally {
    clearTimeout(minuteur);
  }
}
