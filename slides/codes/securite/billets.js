// Un billet d’entrée : tiré au hasard, lié à un utilisateur, valable une fois et trente secondes.
// #region billets
import { randomBytes } from 'node:crypto';
const billets = new Map();

function emettre(utilisateur) {
  const billet = randomBytes(16).toString('base64url');
  billets.set(billet, { utilisateur, fin: Date.now() + 30_000 });
  return billet;
}
function consommer(billet) {
  const { utilisateur, fin } = billets.get(billet) ?? {};
  billets.delete(billet); // une seule fois
  return fin > Date.now() ? utilisateur : null;
}
// #endregion

export { consommer, emettre };
