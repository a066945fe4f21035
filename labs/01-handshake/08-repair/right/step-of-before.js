// L’étape 1.7 choisissait déjà bien.
export { creerServeur } from './serveur.js';
