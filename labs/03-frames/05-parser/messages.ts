// What step 3.5 says of a stream: which frame went wrong, where the stream was cut, and what the analyser did instead.
import { hexadecimal } from '../../../src/grading/index.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n > 1 ? many : one}`;
const bytes = (n: number): string => count(n, 'octet');

export const CUT = {
  between: (before: number, after: number) => `entre les trames ${before} et ${after}`,
  inside: (rank: number, what: string) => `trame ${rank}, ${what}`,
  beforeLength: 'avant MASK et la longueur',
  length: (taken: number) =>
    taken === 0 ? 'avant la longueur étendue' : `longueur étendue, après ${bytes(taken)}`,
  key: (taken: number) =>
    taken === 0 ? 'avant la clé de masquage' : `clé de masquage, après ${bytes(taken)}`,
  payload: (taken: number) =>
    taken === 0 ? 'avant les données' : `données, après ${bytes(taken)}`,
} as const;

export const DELIVERY = {
  whole: 'le flux en un morceau',
  cutAt: (offset: number, what: string) => `coupé après l’octet ${offset - 1} (${what})`,
  header: 'l’en-tête, sans les données',
  byteByByte: 'octet par octet',
  packets: 'l’en-tête octet par octet, puis des paquets de 1 460 octets',
  threeStreams: (name: string) => `flux ${name}, entremêlé à deux autres`,
} as const;

const analyser = (form: 'class' | 'factory', options: string): string =>
  form === 'factory' ? `creerAnalyseur(${options})` : `new Analyseur(${options})`;

/** What was sent, as the student would write it. */
export const SENT = {
  chunks: (form: 'class' | 'factory', options: string, chunks: readonly Uint8Array[]) => {
    const [first, second] = chunks;
    const pushes =
      first !== undefined && second !== undefined && chunks.length === 2
        ? `pousser([${hexadecimal(first, 48)}]) ; pousser([${hexadecimal(second, 48)}])`
        : chunks.length < 2
          ? `pousser([${hexadecimal(first ?? new Uint8Array())}])`
          : chunks.every(({ length }) => length === 1)
            ? `pousser, un octet à la fois : [${hexadecimal(Uint8Array.from(chunks, ([byte]) => byte ?? 0))}]`
            : `pousser([${hexadecimal(first ?? new Uint8Array(), 16)}]), puis ${chunks.length - 1} autres morceaux`;
    return `${analyser(form, options)} ; ${pushes}`;
  },
  options: (max: number | null) => (max === null ? '' : `{ tailleMax: ${max} }`),
} as const;

export const STREAM = {
  place: (rank: number, total: number, offset: number, what: string, delivery: string) =>
    `${total > 1 ? `trame ${rank} sur ${total}, ` : ''}octet ${offset} du flux : ${what} ; ${delivery}`,
  /** `reached`: what the stream has come to with this call. */
  call: (rank: number, total: number, delivery: string, reached: string) =>
    total > 2
      ? `appel ${rank} sur ${total} (${reached}) ; ${delivery}`
      : total > 1
        ? `appel ${rank} sur ${total} ; ${delivery}`
        : delivery,
  frames: (n: number) => (n === 0 ? 'aucune trame' : count(n, 'trame')),
  framesAtCall: (n: number, done: number) =>
    `${n === 0 ? 'aucune trame' : count(n, 'trame')} à cet appel (${done} depuis le début)`,
  aList: 'un itérable de trames : un tableau, un générateur…',
  shape: '{ fin, opcode, masque, donnees }',
  threw: (what: string) => `pousser a lancé une exception : ${what}`,
  spread: 'pousser a lancé une exception : trop d’arguments, ou trop d’appels imbriqués.',
  spreadHint:
    '« push(...morceau) » passe chaque octet en argument, et un moteur n’en accepte que quelques dizaines de milliers : copiez avec « set », ou gardez les morceaux dans une liste.',
  threwHint:
    'Affichez ce que vous avez gardé et ce qui arrive : un morceau peut finir au milieu de l’en-tête, avant l’octet que vous lisez.',
  threwOnWholeHint:
    'Relisez la ligne indiquée, avec ces octets-là. Ni RSV, ni l’opcode, ni le masque ne se refusent ici : seule la taille l’est.',
  noException: 'des trames, sans exception',
  unsettled: 'pousser rend une promesse qui ne se règle jamais.',
  unsettledHint:
    'Une fonction async se termine, et « resolve » s’appelle, même quand aucune trame n’est complète.',
  nothing: 'aucun résultat',
  notIterable: (kind: string) =>
    `pousser rend ${kind}, qui ne se parcourt pas ; le contrat demande un itérable de trames.`,
  notIterableHint:
    'Rendez toujours une liste, même pour une seule trame, même pour aucune : « return trames ».',
  notAnAnalyser: (kind: string) =>
    `L’analyseur est ${kind} ; le contrat demande un objet qui a une méthode « pousser ».`,
  notAnAnalyserHint:
    'Une classe « Analyseur » avec « pousser(morceau) », ou « creerAnalyseur() » qui rend un tel objet.',
  anAnalyser: 'un objet { pousser(morceau) }',
  notMade: (what: string) => `La création de l’analyseur a lancé une exception : ${what}`,
  notMadeHint:
    'Les options sont facultatives : « constructor({ tailleMax = 1_048_576 } = {}) », avec « = {} » à la fin.',
  notMadeUnsettled: 'La création de l’analyseur rend une promesse qui ne se règle jamais.',
  endless: 'pousser rend des trames sans fin.',
  endlessHint:
    'La boucle n’avance plus : affichez la longueur lue et ce qu’il reste ; une longueur nulle ou négative laisse le tampon tel quel.',
  skipped: (rank: number, opcode: number) =>
    `La trame ${rank}, d’opcode ${opcode}, manque : c’est une trame suivante qui est rendue à sa place.`,
  skippedHint:
    'L’analyseur rend toutes les trames, vides, de contrôle ou fragments : le tri et l’assemblage se font plus tard.',
  skippedExpected: (opcode: number, size: number) =>
    `opcode : ${opcode}, ${bytes(size)} de données`,
  extra: 'Une trame de trop est rendue : ces octets n’en contiennent pas tant.',
  extraHint: 'Retirez du tampon les octets de chaque trame rendue, en-tête et clé compris.',
  early: (have: number, need: number) =>
    `Une trame est rendue avant d’être complète : ${bytes(have)} sur ${need}.`,
  earlyHint:
    'Un morceau n’est pas une trame : mesurez d’abord, puis attendez d’avoir « debut + longueur » octets.',
  firstOnly: (whole: number) =>
    `Une seule trame est rendue, et ${whole} étaient complètes : les autres attendent, ou sont perdues.`,
  firstOnlyHint:
    'Bouclez tant qu’une trame complète est là, « while (…) trames.push(…) », et gardez ce qui reste après elle.',
  lost: 'Une trame complète n’est jamais rendue : des octets ont été perdus, ou l’analyseur en attend trop.',
  lostHint:
    'Gardez ce qui reste du morceau précédent, et mettez le nouveau morceau à sa suite avant de lire.',
  late: 'Une trame complète n’est rendue que plus tard, avec un autre morceau.',
  lateHint:
    'Dès que son dernier octet est là, la trame est rendue par cet appel : le morceau suivant ne viendra peut-être jamais.',
  stuck: 'pousser ne rend plus la main : sa boucle n’avance plus.',
  stuckMemory: 'pousser a rempli la mémoire : sa boucle produit sans fin.',
  stuckHint:
    'Affichez à chaque tour la longueur lue et ce qu’il reste du tampon. Une trame lue en sort, sinon elle est relue sans fin. Une longueur négative (« getInt16 », « << ») le fait reculer.',
  none: 'Aucune trame n’est rendue, alors que le morceau en contient de complètes.',
  noneHint:
    'Affichez la taille que vous calculez (2, la longueur étendue, la clé, les données) et le nombre d’octets reçus, puis vérifiez que « pousser » se termine par « return ».',
  noBuffer:
    'Aucune trame ne sort : chaque morceau est lu seul, et ce qui précède est oublié, ou la lecture ne reprend pas.',
  field: 'Reprenez la lecture de l’étape 3.4 sur le tampon entier, et comparez octet par octet.',
} as const;

export const INTERLEAVED = {
  hint: 'Gardez le tampon dans l’objet (« this.#tampon »), pas dans le module : un serveur a un analyseur par client.',
} as const;

export const LIMIT = {
  sent: (form: 'class' | 'factory', options: string, header: Uint8Array) =>
    `${analyser(form, options)} ; pousser([${hexadecimal(header)}])`,
  sentByByte: (form: 'class' | 'factory', options: string, header: Uint8Array) =>
    `${analyser(form, options)} ; pousser, octet par octet : [${hexadecimal(header)}]`,
  notThrown: (length: string, max: string) =>
    `La trame annonce ${length} octets, pour une limite de ${max}, et pousser ne lance rien.`,
  notThrownHint:
    'Comparez la longueur à tailleMax dès qu’elle est lue, avant d’attendre la clé ou les données, et pour les trois formes : « throw Object.assign(new Error(…), { code: 1009 }) ».',
  behindHint:
    'La limite vaut pour chaque trame, derrière une autre aussi, et l’erreur part dans cet appel : les trames qui la précèdent peuvent être perdues.',
  expected: (codes: readonly number[]) => `une erreur de code ${codes.join(' ou ')}`,
  nothingThrown: (frames: number) =>
    frames === 0 ? 'aucune trame, aucune erreur' : `${count(frames, 'trame')}, aucune erreur`,
  where: (offset: number, length: string) =>
    `octet ${offset} : dernier octet de la longueur (${length})`,
  otherCode: (code: string) => `pousser lance une erreur, mais son « code » est ${code}.`,
  noCode: 'pousser lance une erreur sans « code ».',
  otherCodeHint:
    '1009 dit « trop grand ». 1002, erreur de protocole, ne convient qu’au bit de poids fort d’une longueur sur 64 bits, qui doit être à 0.',
  textCodeHint: 'Le code est un nombre, sans guillemets.',
  bytes: (length: string) => `${length} octets`,
  severalLengths: 'une longueur au-delà de la limite',
  stuck: (what: string) => `Sur une trame qui annonce ${what}, votre programme ne s’arrête plus.`,
  memory: (what: string) =>
    `Sur une trame qui annonce ${what}, votre programme a rempli la mémoire.`,
  stuckHint:
    '« << » calcule sur 32 bits avec signe : « 0x80 << 24 » est négatif, le tampon n’avance plus, et la boucle tourne sans fin. Multipliez par 256, ou lisez avec « getBigUint64 », puis comparez à tailleMax.',
  alive: 'une erreur de code 1009, aussitôt',
  gone: 'aucune réponse',
  refused: (length: number, max: string) =>
    `Une trame de ${length} octets est refusée, alors que la limite est de ${max}.`,
  refusedHint:
    'tailleMax borne les données d’une seule trame : « longueur > tailleMax », sans compter l’en-tête ni les trames d’avant.',
  accepted: 'la trame, sans erreur',
  defaultMax: '1 048 576 (par défaut)',
} as const;

export const FLOOD = {
  gluedSent: (total: number, size: number) =>
    `pousser, une fois : ${grouped(total)} trames d’un octet de données, collées (${grouped(size)} octets)`,
  apartSent: (total: number) =>
    `pousser, ${grouped(total)} fois : une trame de 100 octets à chaque appel`,
  deadline: (total: string, milliseconds: number, small: string, took: number) =>
    `${small}, une par appel, passent en ${took} ms ; ${total} collées n’ont pas fini en ${milliseconds / 1000} s. Le plus souvent, c’est que le temps croît comme le carré du nombre d’octets.`,
  deadlineHint:
    'Chaque trame recopie tout ce qui la suit (« slice », « splice », « shift »). Avancez un indice, ou prenez « subarray », et ne recopiez le reste qu’une fois par appel.',
  apartDeadline: (total: string, milliseconds: number) =>
    `${total}, une par appel, n’ont pas fini en ${milliseconds / 1000} s. Le plus souvent, c’est que chaque appel coûte plus cher que le précédent.`,
  apartDeadlineHint:
    'Le tampon garde des octets déjà rendus : ne conservez que ce qui suit la dernière trame complète.',
  memory: 'Vos copies ont rempli la mémoire.',
  onTime: 'toutes les trames, dans le temps permis',
  late: 'le programme a été arrêté',
  missing: (came: number, total: number) =>
    `${grouped(came)} trames sont rendues sur ${grouped(total)}.`,
  missingHint:
    'Bouclez jusqu’à ce qu’il ne reste plus de trame complète, quel qu’en soit le nombre.',
  frames: (n: number) => `${grouped(n)} trames`,
  other: (rank: number) => `La trame ${grouped(rank + 1)} n’est pas celle qui a été envoyée.`,
  otherHint:
    'Les trames précédentes étaient bonnes : regardez ce que l’analyseur garde d’une trame à l’autre.',
  frame: (head: number, first: number) =>
    `fin : ${String(head > 127)}, opcode : ${head & 15}, premier octet : 0x${first.toString(16).padStart(2, '0')}`,
} as const;

function grouped(n: number): string {
  return String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');
}

export const MEMORY = {
  changed: 'pousser modifie le morceau, qu’on lui a seulement prêté.',
  changedWhere: 'le morceau, après l’appel',
  changedHint:
    '« subarray » montre la mémoire du morceau, « slice » la copie : démasquez dans un nouveau tableau.',
  shared:
    'Le résultat change quand l’appelant réécrit le morceau après l’appel : l’analyseur en a gardé la mémoire.',
  sharedHint:
    'L’appelant réemploie son tampon dès que pousser a rendu la main. Copiez ce que vous gardez, et ce que vous rendez : « slice », pas « subarray ».',
  noFrame: 'aucune trame',
  where: (rank: number, total: number, delivery: string) =>
    `trame ${rank} sur ${total}, relue après le dernier appel ; ${delivery}`,
} as const;
