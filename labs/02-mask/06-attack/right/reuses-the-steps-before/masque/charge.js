
import { masquer } from './masquer.js';

export const chargePiegee = (cle, octetsVoulus) => masquer(octetsVoulus, cle);
