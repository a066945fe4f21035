import { masquer } from './masquer.js';

export const espionner = (trame) => {
  const longueur7 = trame[1] & 127;
  const debut = longueur7 < 126 ? 2 : longueur7 === 126 ? 4 : 10;
  const clair = masquer(trame.subarray(debut + 4), trame.subarray(debut, debut + 4));
  return new TextDecoder().decode(clair);
};
