// Le plus simple : on laisse toujours le délai entier.
import { setTimeout as attendre } from 'node:timers/promises';

export async function arreter({ serveur, wss, delai = 5000 }) {
  if (serveur.listening) serveur.close();
  wss.close();
  for (const client of wss.clients) client.close(1001);
  await attendre(delai);
  for (const client of wss.clients) client.terminate();
  await attendre(1);
}
