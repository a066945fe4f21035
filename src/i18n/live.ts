// The words of going online: the panel of the student, and the page of a visitor.

const plural = (count: number, one: string, many: string): string => (count > 1 ? many : one);
const bytes = (count: number): string =>
  `${count.toLocaleString('fr-FR')} ${plural(count, 'octet', 'octets')}`;

export const liveWords = {
  visitor: (number: number, address: string | null) =>
    address === null ? `Visiteur ${number}` : `Visiteur ${number}, ${address}`,

  panel: {
    open: 'Mettre en ligne',
    openOnline: (visitors: number) => (visitors === 0 ? 'En ligne' : `En ligne · ${visitors}`),
    heading: 'Votre serveur en ligne',
    lead: 'Votre serveur tourne dans cet onglet. En ligne, il répond à de vrais navigateurs : le vôtre, ou un téléphone de la salle. Il s’arrête quand vous quittez cette étape.',
    start: 'Mettre en ligne',
    starting: 'Démarrage de votre serveur…',
    none: '0 visiteur pour l’instant : ouvrez ce lien sur un téléphone.',
    noneLocal: '0 visiteur pour l’instant : ouvrez un visiteur ici.',
    count: (open: number, total: number) =>
      open === total
        ? `${open} ${plural(open, 'visiteur connecté', 'visiteurs connectés')}.`
        : `${open} ${plural(open, 'visiteur connecté', 'visiteurs connectés')}, ${total} en tout.`,
    browserAccepted: 'Un navigateur vient d’accepter votre 101.',
    clientAccepted: 'Un client WebSocket vient d’accepter votre 101.',
    address: 'Adresse à ouvrir',
    otherAddresses: 'Cette machine a plusieurs adresses',
    copy: 'Copier',
    copied: 'Copiée',
    copyByHand: 'Sélectionnée : copiez-la.',
    qr: (address: string) => `Code QR de ${address}`,
    qrHint: 'Le téléphone doit être sur le même réseau que cette machine.',
    loopback:
      'Le serveur du cours n’écoute que sur cette machine : un téléphone ne peut pas venir. Pour l’ouvrir à la salle, relancez-le ainsi :',
    noNetwork:
      'Cette machine n’est sur aucun réseau : un téléphone ne peut pas venir. Un visiteur peut s’ouvrir ici.',
    addressKept: 'L’adresse est gardée pour le retour de votre serveur.',
    openVisitor: 'Ouvrir un visiteur ici',
    stop: 'Arrêter',
    stopped: 'Votre serveur n’est plus en ligne.',
    again: 'Remettre en ligne',
    retry: 'Réessayer avec le code actuel',
    retryNetwork: 'Réessayer',
    changed: 'Votre code a changé depuis la mise en ligne.',
    restart: 'Redémarrer avec le code actuel',
    reconnecting:
      'La liaison avec le serveur du cours est coupée ; nouvel essai en cours. Votre serveur tourne toujours dans cet onglet.',
    moved: 'Le serveur du cours a redémarré, et l’adresse a changé : donnez la nouvelle.',
    see: (file: string, line: number) => `${file}, ligne ${line}`,
    warnings: 'Ce que le relais signale',
    console: 'Console de votre serveur',
  },

  /** Why visitors do not see the student's page. */
  pageRefused: {
    'too-large':
      'Votre page est trop lourde pour être donnée aux visiteurs : 128 Kio et 32 fichiers au plus. À sa place, ils ont un client simple.',
    unsound:
      'Votre page n’a pas pu être donnée aux visiteurs : il leur faut index.html et demarrage.js, avec des noms de fichiers simples. À sa place, ils ont un client simple.',
    'too-often':
      'Trop de versions de votre page d’affilée : les visiteurs voient la précédente, la nouvelle part dans quelques secondes.',
  },

  visitors: {
    heading: 'Visiteurs',
    exchanges: 'Octets échangés',
    see: 'Voir les octets échangés',
    enlarge: 'Agrandir',
    reduce: 'Réduire',
    empty: 'Personne n’est encore venu.',
    earlier: (count: number) =>
      `${count} ${plural(count, 'visite plus ancienne', 'visites plus anciennes')}, non ${plural(count, 'affichée', 'affichées')}.`,
    status: {
      handshake: 'poignée de main en cours',
      open: 'ouverte',
      refused: (status: number) => `refusée par votre serveur (${status})`,
      broken: 'réponse refusée par le client',
      closed: 'fermée',
      left: 'fermée par le visiteur',
      cut: 'coupée',
      ended: 'partie sans réponse',
    },
    received: (count: number) => `${bytes(count)} de lui`,
    sent: (count: number) => `${bytes(count)} de vous`,
    later:
      'Les octets qui suivent la poignée de main sont des trames WebSocket : vous saurez les lire au labo 3.',
  },

  /** Why a client cannot take the answer of the student's server (RFC 6455 §4.1), by the rule that it breaks. */
  brokenAnswer: {
    'status-not-101': 'La réponse n’est pas un 101.',
    'interim-status':
      'Un statut 1xx autre que 101 annonce une réponse à venir\u00a0: répondez 101, ou un refus.',
    'upgrade-not-websocket':
      'Il manque « Upgrade: websocket » à votre 101 : un navigateur refuse la connexion.',
    'connection-not-upgrade':
      'Il manque « Connection: Upgrade » à votre 101 : un navigateur refuse la connexion.',
    'accept-mismatch':
      'Sec-WebSocket-Accept ne répond pas à la clé envoyée : un navigateur refuse la connexion (étape 1.3).',
    'extension-not-offered':
      'Votre 101 annonce une extension que le client n’a pas proposée : un navigateur refuse la connexion.',
    'subprotocol-not-offered':
      'Votre 101 choisit un sous-protocole que le client n’a pas proposé : un navigateur refuse la connexion (étape 1.5).',
    'no-subprotocol':
      'Le client propose des sous-protocoles et votre 101 n’en choisit aucun : un navigateur refuse la connexion (étape 1.5).',
    'head-malformed': 'L’en-tête de votre réponse n’est pas un en-tête HTTP correct.',
    other: 'Un client ne peut pas accepter cette réponse.',
  },

  failure: {
    notThere: 'La mise en ligne n’a pas pu démarrer. Rechargez la page ; votre code est gardé.',
    noRelay:
      'Le serveur du cours ne répond pas : la mise en ligne attend le réseau. Le reste de la page marche sans.',
    notAServer: (name: string, kind: string) =>
      `« ${name} » rend ${kind} ; pour la mise en ligne, il faut un serveur qui a « listen », « address » et « close ».`,
    notAServerHint: 'Terminez par « return » du serveur créé par « http.createServer ».',
    threw: (name: string, what: string) => `« ${name} » a lancé une exception : ${what}`,
    threwHint: 'Lisez la ligne indiquée.',
    unsettled: (name: string) => `« ${name} » rend une promesse qui ne se règle pas.`,
    unsettledHint: 'Rendez le serveur lui-même, ou une promesse qui se règle.',
    notListening:
      'Le serveur ne se met pas à écouter : « listen(0) » n’a jamais appelé sa fonction.',
    notListeningHint:
      'Rendez un serveur qui n’écoute pas encore : c’est la page qui appelle « listen ».',
    listenThrew: (what: string) => `« listen(0) » a échoué : ${what}`,
    brokenNetwork:
      'Votre programme a brouillé son propre réseau : plus aucun octet n’y passe, et il a été arrêté.',
    brokenNetworkHint:
      'Cherchez une ligne qui remplace un objet de JavaScript, par exemple « DataView.prototype.setUint32 = … ».',
    unknown: 'une erreur qui ne se laisse pas lire.',
    noPort: 'Le serveur écoute, mais « address() » ne donne pas son port.',
  },

  /** The student's page, shown to a visitor in a frame of ours. */
  stage: {
    owner: 'La page d’un élève',
    explain:
      'Cette page et son serveur tournent dans l’onglet d’un élève. Elle est enfermée ici dans un cadre : elle ne voit ni ce site, ni votre navigateur.',
    pseudo: 'Votre pseudo',
    pseudoHint: 'De 1 à 20 caractères. Vide : la page en tire un au sort.',
    tooLong: 'Ce pseudo a plus de 20 caractères.',
    enter: 'Entrer',
    frame: 'La page de l’élève',
    again: 'Se reconnecter',
    rename: 'Changer de pseudo',
    state: {
      loading: 'Chargement de la page…',
      away: 'L’onglet de l’élève ne répond pas pour l’instant ; nouvel essai en cours…',
      unknown: 'Personne n’est en ligne à cette adresse.',
      unreachable: 'Le serveur du cours ne répond pas : vérifiez votre réseau.',
      failed: 'Le cadre de la page n’a pas pu s’ouvrir.',
      shown: 'La page est là.',
      connecting: 'Connexion…',
      open: 'Connecté.',
      refused: 'Le serveur de l’élève n’a pas accepté la connexion.',
      closed: (code: number) => `Connexion fermée, code ${code}.`,
      cut: 'La connexion a été coupée, code 1006.',
      stopped: 'La page a gardé la main trop longtemps : elle a été arrêtée.',
      crashed: (why: string) => `La page s’est arrêtée. ${why}`,
      notLoaded: (why: string) => `La page de l’élève ne démarre pas. ${why}`,
      place: (file: string, line: number) => `${file}, ligne ${line} : `,
      answered: (error: string) => `Le serveur répond : « ${error} »`,
    },
  },

  page: {
    title: 'Visiteur',
    description: 'Votre navigateur parle au serveur qu’un élève vient d’écrire.',
    heading: 'Vous êtes un visiteur',
    lead: 'Votre navigateur ouvre une connexion WebSocket vers le serveur qu’un élève a écrit, dans son propre onglet.',
    noScript: 'Cette page ouvre une connexion WebSocket : activez JavaScript.',
    noCode:
      'Cette adresse est incomplète : recopiez-la en entier, ou scannez de nouveau le code QR.',
    address: 'Adresse demandée',
    status: {
      connecting: 'Connexion…',
      open: 'Connexion ouverte',
      openWith: (protocol: string) => `Connexion ouverte, sous-protocole « ${protocol} »`,
      closing: 'Fermeture…',
      closed: (code: number) => `Connexion fermée, code ${code}`,
      refused: 'Connexion refusée, code 1006',
    },
    accepted: 'Le serveur a répondu 101, et votre navigateur a accepté sa réponse.',
    refused:
      'La poignée de main n’a pas abouti : le serveur a refusé, sa réponse n’est pas celle qu’il faut, ou personne n’est en ligne à cette adresse. Un navigateur ne dit jamais lequel.',
    cut: 'La connexion a été coupée sans trame de fermeture : l’onglet du serveur est parti, son programme s’est arrêté, ou le réseau a lâché.',
    codes: {
      1000: 'Fermeture normale.',
      1001: 'L’autre côté s’en va : page quittée, ou serveur qui s’arrête.',
      1002: 'Votre navigateur ou le serveur a vu une faute de protocole.',
      1003: 'Le type de données reçu n’est pas accepté.',
      1005: 'Fermeture normale, sans code dans la trame.',
      1007: 'Un texte reçu n’était pas de l’UTF-8 correct.',
      1008: 'Le serveur refuse ce message.',
      1009: 'Un message était trop grand.',
      1010: 'Le navigateur attendait une extension que le serveur n’a pas.',
      1011: 'Le serveur a rencontré une erreur.',
    } as Readonly<Record<number, string>>,
    ownCode: 'Un code choisi par le programme du serveur.',
    unknownCode: 'Un code que la RFC ne définit pas.',
    reason: (reason: string) => `Raison donnée : « ${reason} »`,
    protocols: 'Sous-protocoles à proposer',
    protocolsHint: 'Séparés par des virgules ; vide : aucun.',
    badProtocols: 'Un sous-protocole s’écrit sans espace, et une seule fois.',
    reconnect: 'Se reconnecter',
    disconnect: 'Fermer la connexion',
    message: 'Message à envoyer',
    send: 'Envoyer',
    messages: 'Messages',
    none: 'Aucun message pour l’instant.',
    you: 'vous',
    server: 'serveur',
    binary: (count: number, hex: string) => `${bytes(count)} : ${hex}`,
    silent:
      'Le serveur n’a rien répondu. Au labo 1, c’est normal : il sait accepter la poignée de main, et apprendra à lire vos trames au labo 3.',
    notOpen: 'Rien n’est parti : la connexion n’est pas ouverte.',
  },
} as const;
