// The French sentences about a result that is a record: an object with named properties.

export const RECORD = {
  notARecord: (kind: string, shape: string) =>
    `Votre fonction rend ${kind} ; le contrat demande un objet ${shape}.`,
  notARecordHint: (shape: string) => `Rendez un objet de cette forme : « return ${shape} ».`,
  returnIt:
    'Vérifiez que chaque chemin de la fonction se termine par « return », et qu’elle attend (« await ») ce qui est asynchrone.',
  missing: (name: string) =>
    `La propriété « ${name} » manque dans votre résultat, ou vaut undefined.`,
  missingHint: (names: readonly string[]) =>
    names.length === 0
      ? 'L’objet rendu n’a aucune propriété.'
      : `L’objet rendu a : ${names.join(', ')}. Les noms sont ceux du contrat, à la lettre.`,
  unreadable: (name: string) => `La propriété « ${name} » ne se laisse pas lire.`,
  unreadableHint: 'Un accesseur (« get ») lance une exception, ou ne rend jamais la main.',
  integer: 'un nombre entier',
  notAnInteger: (what: string, kind: string) => `${what} est ${kind}, au lieu d’un nombre entier.`,
  digitsHint: 'Écrivez le nombre sans guillemets.',
  integerHint: 'Rendez le nombre lui-même, sans tableau ni objet autour.',
  bit: 'true ou false, 1 ou 0',
  notABit: (what: string, kind: string) => `${what} est ${kind}, au lieu de true ou false, 1 ou 0.`,
  quotedBitHint: "Un texte n’est pas un bit : même « '0' » compterait pour vrai.",
  bitHint: 'Ramenez la valeur à true ou false, par une comparaison, ou à 1 ou 0.',
  property: (name: string) => `propriété « ${name} »`,
} as const;
