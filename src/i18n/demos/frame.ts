// The words of the frame explorer; those of the fields are the inspector's.
import { bytes, WHOLE } from '../inspector-frame.ts';

export const frame = {
  title: 'Une trame, bit par bit',
  prediction: {
    question:
      'Trame texte « Hello » d’un client : 81 85 37 fa 21 3d 7f… On change son tout premier bit. Que devient-elle ?',
    choices: [
      'Une trame invalide : le récepteur ferme la connexion',
      'Le premier fragment d’un message : le récepteur attend la suite',
      'Une trame binaire',
      'Une trame non masquée',
    ],
    right: 1,
    because:
      'Ce bit est FIN : à 0, c’est le premier fragment d’un message, et le récepteur attend la suite.',
  },
  keys: 'Flèches : aller d’un bit à l’autre · Espace : changer le bit',
  example: 'Exemple',
  own: 'vos octets',
  examples: {
    masked: '« Hello », masqué',
    clear: '« Hello », en clair',
    first: '« Hel », premier fragment',
    last: '« lo », dernier fragment',
    ping: 'Ping « Hello »',
    pong: 'Pong « Hello », masqué',
    length16: 'Binaire, 256 octets',
    length64: 'Binaire, 65 536 octets, le début',
    close: 'Close 1000, masqué',
  },
  sender: 'Envoyée par',
  senders: { client: 'un client', server: 'un serveur' },
  sentBy: (sender: string) => `Envoyée par ${sender} :`,
  hex: 'Octets, en hexadécimal',
  grid: 'La trame, bit par bit',
  bit: (bit: number, field: string) => `bit ${bit}, ${field}`,
  bits: (count: number, range: string) => (count > 1 ? `bits ${range}` : `bit ${range}`),
  flipped: (bit: number, field: string, value: number) => `Bit ${bit} (${field}) à ${value}.`,
  notHex: 'Écrivez des paires de chiffres hexadécimaux, comme 81 05 48 65 6c 6c 6f.',
  tooLong: (limit: number) => `L’explorateur lit une trame de ${limit} octets au plus.`,
  empty: 'Écrivez des octets, ou choisissez un exemple.',
  fault: (sentence: string, source: string) => `${sentence} (${source})`,
  closes: (code: number | null) =>
    code === null ? '' : `Le récepteur ferme la connexion avec le code ${code}.`,
  reads: (title: string, text: string | null) =>
    text === null || text === '' ? `${title}.` : `${title} : « ${text} ».`,
  long: 'Une forme plus courte de la longueur suffisait, et l’émetteur doit la choisir. (RFC 6455 §5.2)',
  headerMissing: 'L’en-tête n’est pas entier : le récepteur attend la suite.',
  missing: (length: number, missing: number) =>
    `La longueur annonce ${bytes(length)}, il en manque ${WHOLE.format(missing)} : le récepteur attend la suite. (RFC 6455 §5.2)`,
  left: (count: number) => `${bytes(count)} de plus : ce serait le début de la trame suivante.`,
} as const;
