import { promisify } from 'node:util';

export async function diffuser(clients, donnees, options = {}) {
  const texte = `${donnees}`;
  let envois = 0;
  for (const client of Array.from(clients)) {
    if (client === options.sauf) continue;
    if (client.readyState !== 1) continue;
    await promisify(client.send.bind(client))(texte).then(
      () => (envois += 1),
      () => {},
    );
  }
  return envois;
}
