// Donné : lance le chat sur un vrai Node. « npm start », puis ouvrez l’adresse affichée.
import { readFile } from 'node:fs/promises';
import { creerChat } from './chat/assemblage.js';

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

/** Les seuls fichiers servis : jamais un chemin venu du client. */
const FICHIERS = ['index.html', 'app.js', 'demarrage.js'];

const page = {};
for (const nom of FICHIERS) {
  const contenu = await readFile(new URL(`chat/page/${nom}`, import.meta.url));
  page[`/${nom}`] = { type: TYPES[nom.split('.').at(-1)], contenu };
}
page['/'] = page['/index.html'];

const serveur = creerChat({ page });
const { PORT = '8080' } = process.env;
serveur.listen(Number(PORT), () => {
  console.log(`Le chat est ouvert : http://localhost:${serveur.address().port}/`);
});
serveur.on('error', (erreur) => {
  console.error(`Le chat n’a pas pu s’ouvrir : ${erreur.message}`);
  process.exitCode = 1;
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await serveur.arreter();
    process.exit(0);
  });
}
