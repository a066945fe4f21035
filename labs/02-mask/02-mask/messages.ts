// What step 2.2 says where no byte of the result is wrong in itself.
import { hexadecimal } from '../../../src/grading/index.ts';

export const EMPTY = {
  something: (count: number) =>
    `Il n’y a rien à masquer, et votre fonction rend ${count > 1 ? `${count} octets` : 'un octet'}.`,
  hint: 'Zéro octet à l’entrée, zéro octet à la sortie : la boucle ne tourne pas, et le tableau rendu est vide.',
  nothing: 'aucun octet',
} as const;

export const TWICE = {
  message: 'Masquer deux fois avec la même clé ne redonne pas les octets de départ.',
  sent: (length: number, key: Uint8Array) =>
    `masquer(masquer(donnees, cle), cle), ${length} octets, cle = Uint8Array [${hexadecimal(key)}]`,
  bytes: (bytes: Uint8Array, offset: number) =>
    hexadecimal(bytes.subarray(Math.max(0, offset - 4), Math.max(0, offset - 4) + 12)),
  where: (offset: number, received: number, expected: number) =>
    received === expected
      ? `octet ${offset} (les octets voisins sont montrés)`
      : `longueur : ${received} octets au lieu de ${expected}`,
  hint: 'a ^ b ^ b vaut a : avec « ^ » et « i % 4 », démasquer et masquer sont la même opération, quelle que soit la longueur.',
} as const;

export const MEMORY = {
  changed: (name: string) => `Votre fonction modifie « ${name} », qu’on lui a seulement prêté.`,
  changedWhere: (name: string) => `« ${name} », après l’appel`,
  changedHint:
    'Créez un nouveau tableau, remplissez-le, et rendez-le : « donnees » et « cle » se lisent seulement.',
  sharedResults:
    'Un résultat déjà rendu change à l’appel suivant : vos appels se partagent la même mémoire.',
  sharedResultsWhere: 'premier résultat, relu après les appels suivants',
  sharedResultsHint:
    'Le tableau rendu se crée dans la fonction, à chaque appel, jamais une fois pour toutes au-dessus d’elle.',
  sharedArgument:
    'Le résultat change quand l’appelant réemploie le tableau qu’il a passé : c’est la même mémoire.',
  sharedArgumentWhere: 'résultat, relu après que « donnees » et « cle » ont été réécrits',
  sharedArgumentHint:
    'Rendez toujours un tableau neuf, même quand la clé ne change rien : « subarray » et « return donnees » n’en font pas un.',
} as const;
