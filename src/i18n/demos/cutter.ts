// The words of the stream cutter.

const octets = (count: number): string => `${count} ${count > 1 ? 'octets' : 'octet'}`;
const quoted = (text: string): string => `« ${text} »`;

export const cutter = {
  title: 'Couper le flux',
  prediction: {
    question:
      'Trois trames arrivent en un seul morceau. Combien de messages livre un récepteur qui décode une trame par morceau ?',
    choices: [
      'Trois : tous les octets sont là',
      'Un seul, sans signaler d’erreur',
      'Aucun : il attend la suite',
      'Aucun : il signale une erreur',
    ],
    right: 1,
    because:
      'Un seul, et sans erreur : il décode la première trame du morceau, puis jette les octets qui restent.',
  },
  keys: 'Flèches : aller d’une jointure à l’autre · Espace : couper ou recoller · Maj + flèches : déplacer la coupure',
  stream: 'Le flux, et les jointures où TCP peut couper',
  gap: (before: number, after: number) => `Coupure entre les octets ${before} et ${after}`,
  presets: {
    none: 'Aucune coupure',
    frames: 'Une par trame',
    middle: 'Au milieu des textes',
    bytes: 'Une par octet',
  },
  random: 'Au hasard',
  parts: { opcode: 'FIN et opcode', length: 'MASK et longueur', payload: 'données' },
  naive: 'Un morceau = une trame',
  right: 'Garder ce qui est incomplet',
  pieces: (first: number, last: number) => (first === last ? `${first}` : `${first} à ${last}`),
  quoted,
  thrown: (text: string, count: number) => `${quoted(text)}, puis jette ${octets(count)}`,
  cut: (text: string, missing: number) =>
    `${text === '' ? 'texte vide' : quoted(text)} : il manque ${octets(missing)}`,
  nothing: 'rien : en-tête incomplet',
  garbage: (opcode: string) => `illisible : opcode ${opcode}`,
  waits: 'attend la suite',
  times: (count: number, text: string) => `${count} fois « ${text} »`,
  cutAt: (before: number, after: number) => `Coupé entre les octets ${before} et ${after}.`,
  joinedAt: (before: number, after: number) => `Recollé entre les octets ${before} et ${after}.`,
  verdict: (right: number, all: number) =>
    right === all
      ? 'Les deux récepteurs livrent les trois messages : ces coupures tombent entre les trames, par chance.'
      : `Un morceau pour une trame : ${right === 0 ? 'aucun message juste' : right === 1 ? '1 message juste' : `${right} messages justes`} sur ${all}. L’autre récepteur livre les trois.`,
  caption: 'Les mêmes octets, coupés de quatre façons',
  columns: { cuts: 'Coupures', pieces: 'Morceaux' },
} as const;
