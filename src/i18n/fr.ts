// Every word that the interface shows. The spaces are French: U+202F before ; ! ? and inside « », U+00A0 before :.

const plural = (count: number, one: string, many: string): string => (count > 1 ? many : one);

export const fr = {
  site: {
    name: 'Trame',
    title: (page: string) => `${page} · Trame`,
    description:
      'Un cours interactif sur WebSocket : le support de présentation, et des labos où vous écrivez le protocole octet par octet, corrigés dans la page.',
    home: 'Trame, retour à l’accueil',
    theme: {
      label: 'Thème',
      system: 'du système',
      light: 'clair',
      dark: 'sombre',
      button: (theme: string) => `Thème\u00a0: ${theme}`,
    },
  },

  home: {
    title: 'Trame, le cours interactif sur WebSocket',
    sentence: 'Comprendre WebSocket en l’écrivant, octet par octet.',
    lead: 'Un support à suivre, des labos corrigés dans la page. Rien à installer, aucun compte.',
    resume: (step: string) => `Reprendre ${step}`,
    doors: 'Par où commencer',
    course: {
      title: 'Suivre le cours',
      duration: (time: string) => `${time} de lecture`,
      text: 'À lire seul, chapitre par chapitre : de la requête HTTP à la trame, avec les pièges de tous les jours.',
    },
    deck: {
      title: 'Animer une classe',
      duration: 'une demi-journée, labos en plus',
      text: 'Les diapositives du même cours, avec les notes du formateur, à projeter dans la salle.',
    },
    labs: {
      title: 'Faire les labos',
      /** `time` as `durationText()` writes it. */
      duration: (steps: number, time: string) =>
        `${steps} ${plural(steps, 'étape', 'étapes')}, ${time}`,
      text: 'Votre code tourne dans cet onglet et parle WebSocket. Chaque vérification dit quoi regarder.',
    },
    figure: {
      title: '« Bonjour », tel qu’il passe sur le réseau',
      reading:
        'Neuf octets, du serveur au navigateur. Chaque fil est un bit : dressé pour 1, couché pour 0.',
      fields: {
        fin: 'FIN et RSV',
        opcode: 'opcode',
        mask: 'MASK',
        length: 'longueur',
        payload: 'données',
      },
      meanings: {
        fin: 'dernier fragment du message',
        opcode: '1 : du texte',
        mask: '0 : un serveur ne masque pas',
        length: '7 octets suivent',
        payload: '« Bonjour » en UTF-8',
      },
    },
    footer: 'Code sous licence MIT, contenu sous CC BY-SA 4.0.',
  },

  labs: {
    title: 'Les labos',
    lead: 'Vous écrivez le protocole, une étape à la fois. Chacune est corrigée dans la page.',
    all: 'Tous les labos',
  },

  notFound: {
    title: 'Page introuvable',
    text: 'Il n’y a rien à cette adresse. Elle a peut-être été mal recopiée.',
    home: 'Revenir à l’accueil',
    course: 'Ouvrir le sommaire du cours',
    glossary: 'Chercher un mot dans le glossaire',
    lab: (step: string) => `Ouvrir le labo ${step}`,
  },

  lab: {
    name: (number: number, title: string) => `Labo ${number} · ${title}`,
    minutes: (minutes: number) => `${minutes}\u00a0min`,
    passed: 'réussie',
    steps: 'Étapes du labo',
    step: (number: string, title: string) => `Étape ${number}\u00a0: ${title}`,
    rfc: 'RFC 6455',
    tabs: 'Vues de l’étape',
    instructions: 'Consigne',
    code: 'Code',
    result: 'Résultat',
    resultCount: (passed: number, total: number) => `Résultat ${passed}/${total}`,
    splitter: 'Hauteur des résultats',
    run: 'Exécuter',
    runningShort: 'En cours…',
    reset: 'Revenir au départ',
    resetDone: 'Le fichier est revenu au départ.',
    undoReset: 'Reprendre mon code',
    noScript: 'Pour faire ce labo, activez JavaScript : votre code s’exécute dans cette page.',
    more: 'Aide',
    close: 'Fermer',
    next: (number: string, title: string) => `Suivant\u00a0: ${number} ${title}`,
    backHome: 'Revenir à l’accueil',
  },

  keys: {
    row: 'Touches de code',
    tab: 'Tabulation',
    undo: 'Annuler',
    insert: (sign: string) => `Insérer ${sign}`,
  },

  editor: {
    label: (name: string) => `Éditeur\u00a0: ${name}`,
    readOnly: (name: string) => `Éditeur\u00a0: ${name}, lecture seule`,
    leave: 'Ctrl (ou Cmd) + Entrée exécute ; Tab indente ; Échap puis Tab quitte l’éditeur.',
  },

  files: {
    name: 'Fichiers',
    earlier: 'Étapes précédentes',
    yours: (name: string, step: string) => `${name}, votre ${step}`,
    solution: (name: string, step: string) => `${name}, corrigé fourni (${step})`,
  },

  achievement: {
    labDone: (lab: number) => `Le labo ${lab} est terminé.`,
    runs: 'Votre serveur démarre…',
    answered: (request: string) =>
      `Votre serveur tourne dans cet onglet. À « ${request} », il vient de répondre :`,
    invite: 'Recevoir un vrai navigateur',
  },

  trial: {
    name: 'Essai libre',
    firstLine: 'Ce fichier est à vous : « Exécuter » le lance d’abord. Il n’est pas noté.',
    windows: 'Votre page, elle, se regarde avec « Essayer le chat », à côté de la console.',
    unanswered: 'Le serveur n’a rien répondu à cette demande en une seconde.',
    waits: 'L’essai attend que votre code se charge.',
    line: (line: number) => `Essai libre, ligne ${line}`,
    stopped: (seconds: number) =>
      `L’essai tournait encore après ${seconds} s : il a été arrêté, puis les vérifications ont commencé.`,
  },

  work: {
    kept: 'Enregistré dans ce navigateur',
    keptShort: 'Enregistré',
    memory:
      'Ce navigateur refuse d’enregistrer : votre code sera perdu à la fermeture. Copiez-le avant de partir.',
    failed: 'Ce navigateur n’enregistre plus : copiez votre code avant de fermer l’onglet.',
    noEditor:
      'L’éditeur n’a pas pu être chargé : on peut lire le code, pas encore l’écrire. Rechargez la page quand le serveur du cours répond.',
    conflict: 'Ce fichier vient aussi d’être modifié dans un autre onglet.',
    takeTheirs: 'Prendre l’autre version',
    dismiss: 'Garder celle-ci',
    newerSite: 'Le cours a été mis à jour. Votre code est gardé.',
    newerSiteInMemory:
      'Le cours a été mis à jour. Copiez votre code avant de recharger : ce navigateur ne le garde pas.',
    reload: 'Recharger',
  },

  offline: {
    kept: 'Hors connexion : votre code est gardé ici.',
    inPage: 'Hors connexion : votre code reste dans cet onglet ; ne le fermez pas.',
  },

  verdict: {
    stale: 'Le code a changé depuis ce verdict.',
    heading: 'Vérifications',
    fresh: (count: number) =>
      `${count} ${plural(count, 'vérification vous attend', 'vérifications vous attendent')}. Exécutez le code quand vous voulez.`,
    passedBefore: 'Étape réussie. Le code n’a pas changé depuis.',
    passedOther: 'Étape réussie, avec un autre code. Exécutez celui-ci pour le vérifier.',
    running: 'Vérification en cours…',
    counted: (passed: number, total: number) =>
      `${passed} ${plural(passed, 'vérification', 'vérifications')} sur ${total} ${plural(passed, 'réussie', 'réussies')}.`,
    startHere: 'Commencez par celle-ci.',
    allPassed: (file: string) => `${file} fait ce que l’étape demande.`,
    notLoaded: 'Votre code ne se charge pas encore. Voici pourquoi.',
    unavailable: {
      offline:
        'Le serveur ne répond pas, et cette page n’a pas tout reçu. Réessayez quand il sera revenu ; votre code est gardé.',
      'newer-site': 'Le cours a été mis à jour depuis que cette page est ouverte. Rechargez-la.',
      sandbox: 'L’exécution n’a pas pu démarrer. Rechargez la page ; votre code est gardé.',
    },
    status: {
      neutral: 'à vérifier',
      pass: 'réussie',
      fail: 'en échec',
      error: 'erreur',
      timeout: 'temps dépassé',
      skipped: 'non exécutée',
    },
    sent: 'Envoyé',
    expected: 'Attendu',
    actual: 'Reçu',
    where: 'Où',
    rfc: 'Source',
    course: (slide: string) => `Dans le cours\u00a0: ${slide}`,
    line: (file: string, line: number) => `${file}, ligne ${line}`,
    notes: 'Remarques',
    seed: (seed: number, milliseconds: number) => `Graine ${seed} · ${milliseconds}\u00a0ms`,
  },

  console: {
    heading: 'Console',
    headingCount: (count: number) => `Console (${count})`,
    empty: 'Rien pour l’instant. Ce que vous passez à console.log s’affiche ici.',
    nothing: 'Rien n’a été affiché.',
    levels: {
      log: '',
      info: 'info',
      debug: 'débogage',
      warn: 'attention',
      error: 'erreur',
    },
    more: (count: number) =>
      `et ${count} ${plural(count, 'autre ligne, non affichée', 'autres lignes, non affichées')}`,
    moreThan: (count: number) => `et plus de ${count} autres lignes, non affichées`,
  },

  drawer: {
    sections: 'Aide',
    hints: 'Indices',
    solution: 'Corrigé',
    visitors: 'Visiteurs',
  },

  hints: {
    locked: 'Un indice s’ouvre après chaque essai qui n’a pas tout réussi.',
    open: (level: number) => `Ouvrir l’indice ${level}`,
    level: (level: number, total: number) => `Indice ${level} sur ${total}`,
    next: 'L’indice suivant s’ouvrira après un nouvel essai.',
    exhausted: 'Vous avez les trois indices.',
  },

  solution: {
    closed: 'Le corrigé s’ouvre de lui-même quand l’étape est réussie.',
    show: 'Montrer le corrigé',
    asking:
      'C’est une réponse entière, commentée. Votre code ne change pas, et l’étape reste à réussir avec le vôtre. Un indice suffit parfois.',
    confirm: 'Montrer quand même',
    cancel: 'Chercher encore',
    intro: 'Une réponse parmi d’autres, à côté de votre code, qui ne change pas.',
  },
} as const;
