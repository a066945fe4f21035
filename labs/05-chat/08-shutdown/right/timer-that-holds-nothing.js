import { setTimeout as attendre } from 'node:timers/promises';
export async function arreter({ serveur, wss, delai = 5000 }) {
  if (serveur.listening) serveur.close();
  wss.close();
  const departs = Promise.all(Array.from(wss.clients, (c) => new Promise((r) => { c.once('close', r); c.close(1001); })));
  await Promise.race([departs, attendre(delai, undefined, { ref: false })]);
  for (const c of wss.clients) c.terminate();
  await departs;
}
