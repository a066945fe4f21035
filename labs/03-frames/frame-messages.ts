// What the steps of this lab say of a frame that was read: which field is wrong, and where it is.
const byteText = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;
const count = (bytes: number): string => `${bytes} octet${bytes > 1 ? 's' : ''}`;

export const FRAME = {
  fin: 'bit FIN',
  opcode: 'opcode',
  mask: 'bit MASK',
  payload: 'données',
  theOpcode: 'L’opcode',
  /** `octet 6 : données, octet 0 (…)`. */
  place: (offset: number, what: string) => `octet ${offset} : ${what}`,
  property: (name: string, value: string) => `${name} : ${value}`,
  bit: (name: string, value: boolean) => `${name} : ${String(value)} (ou ${Number(value)})`,
  bytes: (length: number, shown: string) =>
    length === 0 ? 'données : aucun octet' : `données : ${count(length)} [${shown}]`,
  difference: (at: number, expected: Uint8Array, actual: Uint8Array) => {
    const [want, got] = [expected[at], actual[at]];
    if (want === undefined) return `fin des données (${count(actual.length - at)} de trop)`;
    if (got === undefined) {
      return `données, octet ${at} (absent : ${count(actual.length)} sur ${expected.length})`;
    }
    return `données, octet ${at} (${byteText(want)} attendu, ${byteText(got)} reçu)`;
  },
  otherOpcode: 'L’opcode n’est pas celui de la trame.',
  otherMask: (isMasked: boolean) =>
    isMasked
      ? 'Cette trame est masquée, et « masque » dit le contraire.'
      : 'Cette trame n’est pas masquée, et « masque » dit le contraire.',
  otherMaskHint: 'MASK est le bit de poids fort de l’octet 1 : « (octets[1] & 0x80) !== 0 ».',
  textForBytes: '« donnees » est une chaîne ; le contrat demande des octets.',
  textForBytesHint:
    'Rendez les octets tels quels, même dans une trame de texte : un caractère peut être coupé entre deux trames.',
  otherPayload: 'Les données rendues ne sont pas celles de la trame.',
} as const;
