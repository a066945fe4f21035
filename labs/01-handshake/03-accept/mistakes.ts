// The mistakes of step 1.3 that can be told from the value they give, each named in words.
import {
  computeAcceptKey,
  decodeBase64,
  encodeBase64,
  encodeLatin1,
  type Mistake,
} from '../../../src/grading/index.ts';

/** The example of RFC 6455 §1.3, that everybody has seen. */
export const RFC_KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

const MISTAKES = {
  empty: {
    message: 'Votre fonction rend une chaîne vide.',
    hint: 'Suivez les trois commentaires du départ : concaténer, hacher, encoder ; puis rendez le résultat.',
  },
  decodedKey: {
    message: 'Votre fonction décode la clé avant de hacher.',
    hint: 'La RFC concatène la clé telle qu’elle est écrite : ces 24 caractères sont du texte.',
  },
  reEncodedKey: {
    message:
      'Votre fonction décode la clé puis l’encode de nouveau : la fin de cette clé s’y perd.',
    hint: 'Laissez la clé telle qu’elle est reçue, sans passer par ses octets.',
  },
  lowerCaseGuid: {
    message: 'Le GUID est en minuscules dans votre calcul.',
    hint: 'Il s’écrit en majuscules : 258EAFA5-E914-47DA-95CA-C5AB0DC85B11.',
  },
  guidFirst: {
    message: 'Votre fonction place le GUID avant la clé.',
    hint: 'L’ordre est : la clé, puis le GUID.',
  },
  keyAlone: {
    message: 'Votre fonction hache la clé seule, sans le GUID.',
    hint: 'Ajoutez le GUID à la fin de la clé avant de hacher.',
  },
  sha256: {
    message: 'Votre fonction emploie SHA-256.',
    hint: 'La RFC demande SHA-1 : une empreinte de 20 octets, donc 28 caractères en base64.',
  },
  hexadecimal: {
    message: 'Votre fonction rend l’empreinte en hexadécimal.',
    hint: 'Écrivez les 20 octets en base64, pas en hexadécimal.',
  },
  encodedHexadecimal: {
    message: 'Votre fonction encode en base64 le texte hexadécimal de l’empreinte.',
    hint: 'Encodez les 20 octets eux-mêmes, sans passer par l’hexadécimal.',
  },
  base64url: {
    message: 'Votre fonction emploie l’alphabet base64url (« - » et « _ »).',
    hint: 'L’en-tête emploie le base64 standard, avec « + » et « / ».',
  },
  padding: {
    message:
      'Il manque le « = » final : 20 octets en base64 font 28 caractères, signe « = » compris.',
    hint: 'Gardez ce que l’encodeur base64 standard rend, sans rien enlever.',
  },
  extraSpace: {
    message: 'Le calcul est juste, mais des blancs entourent votre réponse.',
    hint: 'Rendez la valeur seule : la fin de ligne appartient à l’en-tête.',
  },
  keptSpace: {
    message: 'Une espace autour de la clé est entrée dans le calcul.',
    hint: 'Les espaces et tabulations autour de la clé n’en font pas partie : enlevez-les avant de concaténer.',
  },
  spaceBetween: {
    message: 'Une espace s’est glissée entre la clé et le GUID.',
    hint: 'Concaténez la clé et le GUID sans rien entre les deux.',
  },
  keyWithLineEnding: {
    message: 'Une fin de ligne s’est glissée entre la clé et le GUID.',
    hint: 'Concaténez la clé et le GUID sans rien entre les deux.',
  },
  lowerCaseKey: {
    message: 'Votre fonction change la casse de la clé.',
    hint: 'En base64, majuscules et minuscules sont des valeurs différentes : gardez la clé telle quelle.',
  },
  constant: {
    message: 'Votre fonction rend la réponse de l’exemple de la RFC, quelle que soit la clé.',
    hint: 'Faites le calcul à partir de l’argument « cle ».',
  },
  remembered: {
    message: 'Votre fonction rend encore la réponse de la clé précédente.',
    hint: 'Ne gardez rien d’un appel à l’autre : chaque connexion a sa propre clé.',
  },
} satisfies Record<string, Mistake>;

/** A `Hash` that came back as it is: its three calls are right, and the last one is missing. */
export const WITHOUT_DIGEST = {
  message: 'Votre fonction rend l’objet qui hache, et non l’empreinte qu’il calcule.',
  hint: "Il manque le dernier appel : « .digest('base64') » termine le calcul et rend le texte.",
} as const satisfies Mistake;

/** What a wrong calculation gives for `RFC_KEY`; these need another hash than the oracle's. */
const WRONG_FOR_RFC_KEY: ReadonlyMap<string, Mistake> = new Map<string, Mistake>([
  ['BXhwxM0SZasKmCD9S4BfpPmCnEw=', MISTAKES.decodedKey],
  ['WJfwerbIozKsJXHxxI0JTO1SQgU=', MISTAKES.lowerCaseGuid],
  ['2OZf2Seed9yzIpkj+zvC9KS9Mjw=', MISTAKES.guidFirst],
  ['hHLtf2V1k8aDQZfNjw3Ia1hCwt0=', MISTAKES.keyAlone],
  ['c8qeCxwB8sJPxkSckeL76bKL7f642+KYzDiR7EbKyTY=', MISTAKES.sha256],
  ['xytUlkF2rVz2XzwONMCug9nn1qA=', MISTAKES.spaceBetween],
  ['kex8Ji4w0ek1Mc3Dwcf4mOpf5b4=', MISTAKES.keyWithLineEnding],
]);

/** What comes of a key whose spaces entered the calculation: the key as it is sent, then the wrong answer. */
export const WITH_SPACES: ReadonlyMap<string, string> = new Map([
  [' x3JJHMbDL1EzLkh9GBhXDw==', 'pE+efUGyz8Ep0ptA+f7/+eFNYqE='],
  ['x3JJHMbDL1EzLkh9GBhXDw== ', 'mBZWFLsjqrndB03ya0dItzCAXEQ='],
  ['\tx3JJHMbDL1EzLkh9GBhXDw==', 'lBw/gIotLAc+E1dOphBp+fUmaHU='],
  ['x3JJHMbDL1EzLkh9GBhXDw==\t', 'wgyMWBGxgfCO170F7FCGp23SecU='],
  [' \t x3JJHMbDL1EzLkh9GBhXDw==\t ', 'yXU4uU4MlaM2IGSMaZHED3OBAcc='],
]);

/** Names the mistake behind a wrong answer for `key`, when it is a known one. */
export function recogniseFor(key: string, previousKey: string | null = null) {
  const expected = computeAcceptKey(key);
  const url = expected.replaceAll('+', '-').replaceAll('/', '_');
  const digest = decodeBase64(expected) ?? new Uint8Array();
  const hexadecimal = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const bytes = decodeBase64(key.trim());
  const ofExample: readonly (readonly [string, Mistake])[] =
    key === RFC_KEY ? [...WRONG_FOR_RFC_KEY] : [[computeAcceptKey(RFC_KEY), MISTAKES.constant]];
  const known = new Map<string, Mistake>([
    ...ofExample,
    ['', MISTAKES.empty],
    [hexadecimal, MISTAKES.hexadecimal],
    [encodeBase64(encodeLatin1(hexadecimal)), MISTAKES.encodedHexadecimal],
    [computeAcceptKey(key.toLowerCase()), MISTAKES.lowerCaseKey],
    [computeAcceptKey(key.toUpperCase()), MISTAKES.lowerCaseKey],
    [expected.replace('=', ''), MISTAKES.padding],
    [url.replace('=', ''), MISTAKES.base64url],
    [url, MISTAKES.base64url],
  ]);
  const spacesKept = WITH_SPACES.get(key);
  if (spacesKept !== undefined) known.set(spacesKept, MISTAKES.keptSpace);
  if (bytes !== null) known.set(computeAcceptKey(encodeBase64(bytes)), MISTAKES.reEncodedKey);
  if (previousKey !== null) known.set(computeAcceptKey(previousKey), MISTAKES.remembered);
  return (actual: string): Mistake | null =>
    actual.trim() === expected ? MISTAKES.extraSpace : (known.get(actual) ?? null);
}
