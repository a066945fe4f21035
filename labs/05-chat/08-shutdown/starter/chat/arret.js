// Le bouton « Arrêter » du chat de 2013 : il coupe le courant.
//
// 1. ne plus accepter personne, ni page, ni WebSocket
// 2. prévenir chaque client : Close 1001, « je m’en vais »
// 3. attendre que chacun réponde, et pas plus de « delai »
// 4. couper ceux qui restent
// 5. attendre que tout soit fini, sans laisser de minuteur

export async function arreter({ serveur, wss, delai = 5000 }) {
  process.exit(0);
}
