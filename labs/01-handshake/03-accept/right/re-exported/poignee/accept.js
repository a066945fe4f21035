export { accepter as calculerAccept } from './calcul.js';
