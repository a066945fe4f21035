// The words of the proxy demo.

export const proxy = {
  title: 'Espion et proxy',
  prediction: {
    question:
      'Un navigateur change de clé à chaque trame, mais en comptant : la précédente, plus un. Une page hostile peut-elle faire passer une fausse requête ?',
    choices: [
      'Non : la clé n’est jamais deux fois la même',
      'Non : c’est le navigateur qui masque, pas la page',
      'Oui : elle masque d’avance, avec la clé qu’elle prévoit',
      'Oui, et une clé aléatoire n’y changerait rien : elle voyage dans la trame',
    ],
    right: 2,
    because:
      'Elle masque d’avance avec la clé qu’elle prévoit, le navigateur masque encore, et les deux s’annulent : seule une clé imprévisible retire à la page le choix des octets.',
  },
  keys: 'Tab : aller d’un réglage à l’autre · ↑ ↓ : changer la clé',
  way: 'Clé du navigateur',
  ways: { constant: 'constante', counted: 'prévisible : elle compte', random: 'aléatoire' },
  again: 'Envoyer une autre trame',
  panes: {
    page: 'La page hostile, et son serveur',
    proxy: 'Le proxy, qui espionne les octets',
    cache: 'Le cache, commun à tous',
  },
  seen: 'Clés vues par son serveur',
  foretold: 'Clé prévue',
  payload: 'Données envoyées',
  drawn: 'Clé tirée',
  wire: 'Octets sur le fil : en-tête, clé, données',
  believes: 'Il croit lire',
  noise: 'du bruit : rien qui ressemble à une requête',
  holdsTrap: 'en cache : la réponse du serveur hostile',
  holdsNothing: 'absent : le proxy ira le chercher',
  neighbour: 'Un autre utilisateur reçoit',
  trap: 'le faux script',
  trueScript: 'le vrai script',
  attempt: (rank: number) => `Trame piégée n° ${rank} :`,
  poisoned: {
    constant:
      'la clé est toujours la même, la page l’annule. Le proxy lit une requête, et son cache garde la fausse réponse.',
    counted:
      'la clé change, mais la page l’avait prévue. Le proxy lit une requête, et son cache garde la fausse réponse.',
    random: 'par un hasard sur quatre milliards, la clé prévue était la bonne.',
  },
  missed:
    'la clé tirée n’est pas celle que la page attendait. Le proxy ne voit que du bruit, et son cache reste sain.',
  caption: 'La même attaque, contre trois façons de tirer la clé',
  columns: { payload: 'Données sur le fil' },
  reading:
    'Une page hostile veut écrire « GET http://cdn.exemple/jquery.js » sur le fil : elle masque d’avance cette requête avec la clé qu’elle prévoit, puis le navigateur masque avec la clé qu’il tire. Un proxy qui n’a pas compris le 101 croit lire une requête, et met en cache la réponse du serveur hostile.',
} as const;
