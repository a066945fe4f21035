// What step 2.6 says of an attack: how far it went, and who stopped it.
import type { Foretelling, Mistake } from '../../../src/grading/index.ts';

const PREMASK =
  'XOR est son propre inverse : « voulu ^ clé » est ce que le navigateur doit recevoir.';

export const PAYLOAD = {
  hint: PREMASK,
  plain: {
    message:
      'La charge est la requête elle-même : le navigateur la masque, et le proxy n’y lit rien.',
    hint: PREMASK,
  },
  shifted: {
    message:
      'La charge est décalée : le premier octet des données va avec le premier octet de la clé.',
    hint: 'L’en-tête de la trame n’est pas masqué et ne compte pas : la clé commence avec les données.',
  },
  framed: {
    message: 'Votre fonction rend une trame ; la page ne donne au navigateur que la charge.',
    hint: 'C’est le navigateur qui écrit l’en-tête et la clé : rendez les données seules.',
  },
  empty: {
    message: 'Votre fonction rend des zéros : le navigateur enverrait la clé, répétée.',
    hint: PREMASK,
  },
} as const satisfies Record<string, string | Mistake>;

export const LENT = {
  changed: (name: string) => `Votre fonction modifie « ${name} », qu’on lui a seulement prêté.`,
  where: (name: string) => `« ${name} », après l’appel`,
  hint: 'Remplissez un nouveau tableau, et rendez-le : l’appelant garde le sien.',
} as const;

export const ATTACK = {
  failed: 'L’attaque échoue : le proxy n’a pas vu la requête, et son cache est resté propre.',
  sent: (key: string, method: string, address: string) =>
    `clé prédite : ${key} ; requête voulue : ${method} ${address}`,
  expected: 'le proxy met la réponse de l’attaquant en cache, et la sert à l’autre utilisateur',
  wire: (bytes: string) => `sur le réseau : ${bytes}`,
  where: 'dans les données de la trame',
  hint: 'Comparez les octets sur le réseau à la requête voulue : ils doivent y être tous, jusqu’à la ligne vide.',
} as const;

const WAYS: Readonly<Record<Foretelling, string>> = {
  constant: 'la clé ne change jamais',
  last: 'la clé précédente resservie',
  next: 'la clé précédente, plus un',
  step: 'la clé précédente, plus l’écart habituel',
};

export const REPAIR = {
  poisoned: (frame: number) =>
    `La page a prédit la clé de la trame ${frame}, et le cache du proxy est empoisonné.`,
  sent: (frame: number, way: Foretelling) => `trame ${frame}, clé prédite ainsi : ${WAYS[way]}`,
  expected: '200 attaques, aucune réussie',
  actual: (method: string, address: string) => `le proxy a vu « ${method} » pour ${address}`,
  hint: 'Ce n’est pas au mot GET qu’il faut s’en prendre : une autre méthode passerait. La clé doit être imprévisible, à chaque trame (étape 2.4).',
  drawn: 'Les clés de nouvelleCle se prédisent l’une de l’autre.',
  drawnSent: (way: Foretelling) =>
    `nouvelleCle(), plusieurs fois ; clé prédite ainsi : ${WAYS[way]}`,
  drawnExpected: 'des clés sans lien entre elles',
} as const;

export const FRAME = {
  unreadable: 'Le serveur ne reconnaît pas une trame dans ce qui est envoyé.',
  unmasked: 'La trame n’est pas masquée : le serveur ferme la connexion.',
  expected: 'une trame binaire masquée, entière : FIN = 1, opcode 2',
  hint: 'Seule la clé devait changer : gardez le reste de « envoyer » tel qu’il est au départ.',
} as const;
