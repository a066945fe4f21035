// The words of the simulator of step 2.6. Spaces as in `fr.ts`: U+202F before ; ! ? and inside « », U+00A0 before :.

export const attackWords = {
  heading: 'Le simulateur',
  waiting:
    'Exécutez votre code : le simulateur rejoue ici l’attaque, pas à pas, avec votre charge et votre navigateur.',
  plays: 'Quel navigateur',
  attack: 'Navigateur négligent',
  repair: 'Votre navigateur',
  seed: (seed: number) =>
    `Graine ${seed} : les clés et les adresses de cette attaque en sont tirées.`,
  missing: 'Cette attaque n’a pas été jouée : la vérification s’est arrêtée avant.',
  panes: {
    page: 'Page hostile',
    browser: 'Navigateur',
    proxy: 'Proxy et son cache',
    user: 'Autre utilisateur',
  },
  empty: '…',
  before: 'Moment précédent',
  next: 'Moment suivant',
  position: (index: number, count: number) => `${index} sur ${count}`,
  /** One sentence for each moment. */
  moments: {
    seen: 'Le serveur de l’attaquant a lu les clés des trames précédentes, et les donne à la page.',
    foretold: 'La page prédit la clé suivante, et calcule sa charge.',
    sent: {
      right: 'Le navigateur tire la clé prédite : les octets voulus passent sur le réseau.',
      wrong: 'Le navigateur tire une autre clé : du bruit passe sur le réseau.',
    },
    proxy: {
      fooled: 'Le proxy croit voir une requête, et garde la réponse de l’attaquant.',
      unmoved: 'Le proxy ne voit pas la requête voulue : rien n’entre dans son cache.',
    },
    user: {
      harmed: 'L’autre utilisateur demande le script, et reçoit le faux.',
      safe: 'L’autre utilisateur demande le script, et reçoit le vrai.',
    },
  },
  keys: 'Clés vues',
  foretold: 'Clé prédite',
  payload: 'Charge',
  drawn: 'Clé tirée',
  wire: 'Sur le réseau',
  read: 'Lu par le proxy',
  request: 'Requête vue',
  noRequest: 'aucune',
  cache: 'Cache',
  emptyCache: 'vide',
  asks: 'Demande',
  gets: 'Reçoit',
} as const;
