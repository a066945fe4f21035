// The words of « Essayer le chat »: three windows of the student's page, on the student's server.

const plural = (count: number, one: string, many: string): string => (count > 1 ? many : one);

/** Who joins, each in a window; `of` as French elides it. */
export const PEOPLE = [
  { name: 'Alice', of: 'd’Alice' },
  { name: 'Bob', of: 'de Bob' },
  { name: 'Chloé', of: 'de Chloé' },
] as const;

export type Person = (typeof PEOPLE)[number];

export const chatWords = {
  open: 'Essayer le chat',
  lead: 'Votre serveur démarre ici, et trois personnes ouvrent votre page : écrivez dans une fenêtre, lisez dans les autres.',
  leadStop:
    'Votre serveur démarre ici, et trois personnes ouvrent la page du chat : arrêtez-le, et lisez ce que chacune reçoit.',
  heading: 'Votre chat, à trois',
  close: 'Fermer',
  restart: 'Relancer',
  notFetched:
    'Le chat n’a pas pu être préparé : le serveur du cours ne répond pas. Réessayez quand il sera revenu.',
  notStarted: 'Le chat n’a pas pu démarrer. Rechargez la page ; votre code est gardé.',

  origin: {
    summary: (own: number, given: number) =>
      own === 0
        ? 'Corrigé fourni'
        : `${own} ${plural(own, 'fichier de vous', 'fichiers de vous')}, ${given} du corrigé`,
    lead: 'Vos fichiers, là où l’étape est réussie ; ailleurs, le corrigé fourni.',
    student: 'le vôtre',
    solution: 'corrigé fourni',
    given: 'donné',
  },

  tabs: 'Fenêtres du chat',
  page: ({ of }: Person) => `La page ${of}`,
  connection: ({ name }: Person, visit: number) => (visit === 1 ? name : `${name}, ${visit}e fois`),
  console: 'Console',
  consoleOf: 'Console du serveur',
  consoleEmpty: 'Ce que votre serveur écrit avec console.log s’affiche ici.',
  who: 'serveur',
  bytes: 'Octets',
  bytesOf: 'Octets échangés par',

  server: {
    starting: 'Votre serveur démarre…',
    listening: 'Votre serveur écoute. Écrivez dans une fenêtre.',
    stopping: 'arreter() travaille…',
    broken: 'Votre serveur écoute ; la page, elle, ne marche pas encore.',
    failed: 'Votre serveur ne tourne pas.',
  },

  stop: {
    button: 'Arrêter le serveur',
    kept: (milliseconds: number) =>
      `arreter() a tenu sa promesse en ${milliseconds.toLocaleString('fr-FR')} ms.`,
    late: 'arreter() n’a pas tenu sa promesse en 8 secondes.',
    failed: 'arreter() a échoué.',
    threw: (what: string) => `arreter() a échoué : ${what}`,
  },

  window: {
    cut: 'Couper',
    cutLabel: ({ of }: Person) => `Couper la connexion ${of}`,
    back: 'Reconnecter',
    backLabel: ({ of }: Person) => `Reconnecter : recharger la page ${of}`,
    reload: 'Recharger',
    reloadLabel: ({ of }: Person) => `Recharger la page ${of}`,
    empty: 'La page s’ouvre dès que votre serveur écoute.',
    noFrame:
      'La page n’a pas pu s’ouvrir : le serveur du cours ne répond pas. Rechargez-la quand il sera revenu.',
    states: {
      empty: 'En attente du serveur',
      loading: 'La page se charge…',
      joining: 'Connexion en cours…',
      open: 'Connexion ouverte',
      alone: 'Page ouverte, sans connexion',
    },
    nobody: 'Personne n’écoute : connexion impossible',
    refused: (status: number) => `Refusée par votre serveur : ${status}`,
    silence: 'Coupée avant la réponse du serveur',
    closed: (code: number, reason: string) =>
      reason === '' ? `Close reçu : ${code}, sans raison` : `Close reçu : ${code}, « ${reason} »`,
    noCode: 'Close reçu, sans code : 1005',
    cutByYou: 'Coupée par vous : la page voit 1006',
    lost: 'Coupée sans Close : la page voit 1006',
    broken: 'La page ne marche plus',
    unread: (name: string, count: number) =>
      `${name}, ${count} ${plural(count, 'message non lu', 'messages non lus')}`,
  },
} as const;
