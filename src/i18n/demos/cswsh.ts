// The words of the hijacking, step by step.

export const cswsh = {
  title: 'Une connexion détournée, pas à pas',
  prediction: {
    question:
      'Alice est connectée à sa banque. Elle ouvre la page d’un pirate, qui ouvre un WebSocket vers la banque. Qu’est-ce qui l’empêche ?',
    choices: [
      'Le navigateur : politique de même origine',
      'Rien, si le serveur ne vérifie pas l’origine',
      'TLS : la connexion est chiffrée',
      'Le masque : le pirate n’a pas la clé',
    ],
    right: 1,
    because:
      'Rien ne l’empêche si le serveur ne vérifie pas : la politique de même origine ne s’applique pas à WebSocket, et le cookie part avec la demande.',
  },
  keys: 'Tab : aller d’un réglage à l’autre · Espace : changer · Entrée : étape suivante',
  settings: {
    page: 'Page du pirate',
    sameSite: 'Cookie SameSite',
    origin: 'Le serveur vérifie Origin',
    ticket: 'Le serveur exige un billet',
  },
  next: 'Étape suivante',
  again: 'Recommencer',
  step: (number: number, total: number, what: string) => `Étape ${number} sur ${total}. ${what}`,
  head: 'Ce que le navigateur d’Alice envoie',
  answer: 'Ce que le serveur répond',
  steps: {
    login: (cookie: string) =>
      `Alice s’est connectée à sa banque ; son navigateur garde ${cookie}.`,
    visit: (page: string) =>
      `Alice ouvre ${page} dans un autre onglet. La page appelle new WebSocket('wss://banque.exemple/comptes').`,
    sent: 'Le cookie part avec la demande : le navigateur ne demande pas qui l’a écrite.',
    notSent: 'Le cookie reste : la demande vient d’un autre site.',
  },
  outcomes: {
    hijacked:
      'La connexion est ouverte au nom d’Alice : la page du pirate lit ses comptes, et envoie des ordres à sa place.',
    origin: (origin: string) =>
      `Le serveur ne connaît pas l’origine ${origin} : 403. Le pirate n’a rien.`,
    ticket:
      'Le serveur veut un billet, que seule une page de la banque obtient par fetch : 403. Le pirate n’a rien.',
    anonymous: 'Sans cookie, le serveur ne sait pas qui parle : 401. Le pirate n’a rien.',
  },
  sameSiteWarning:
    'SameSite n’a pas suffi : forum.banque.exemple est du même site que la banque, sans être de la même origine.',
  caption: 'Qui arrête l’attaque, selon la page d’où elle vient',
  columns: { defence: 'Défense', other: 'piege.exemple', sibling: 'forum.banque.exemple' },
  defences: {
    none: 'Aucune',
    sameSite: 'Cookie SameSite=Lax',
    origin: 'Contrôle d’Origin',
    ticket: 'Billet à usage unique',
  },
  stopped: 'arrêtée',
  passes: 'réussit',
} as const;
