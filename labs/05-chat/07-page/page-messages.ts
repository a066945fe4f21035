// What step 5.7 says of a page that does not show, send or stop as it should.
import type { Gesture } from '../../../src/grading/index.ts';

const NAMES = {
  messages: 'la liste des messages',
  formulaire: 'le formulaire',
  texte: 'le champ où l’on écrit',
  etat: 'la phrase qui dit l’état de la connexion',
} as const;

export type PageId = keyof typeof NAMES;

export const START = {
  expected: '#messages, form#formulaire, input#texte dans le formulaire, #etat',
  missing: (id: PageId) => `index.html n’a pas d’élément #${id}, ${NAMES[id]}.`,
  missingHint: (id: PageId) =>
    `Ajoutez id="${id}" à l’élément voulu : app.js le retrouve par ce nom.`,
  otherTag: (id: PageId, tag: string) => `#${id} est un élément ${tag}.`,
  otherTagHint:
    'Un vrai formulaire et un vrai champ donnent la touche Entrée sans une ligne de code.',
  outside: 'Le champ #texte n’est pas dans le formulaire #formulaire.',
  outsideHint: 'Hors du formulaire, la touche Entrée n’envoie rien.',
  inlineScript: 'index.html contient du JavaScript entre deux balises <script>.',
  inlineScriptHint:
    'La politique de sécurité de la page refuse tout script écrit dans le HTML : c’est elle qui arrêterait celui d’un attaquant. Le code va dans app.js.',
  handler: (attribute: string) => `index.html contient du code dans un attribut, ${attribute}.`,
  handlerHint:
    'Cet attribut ne s’exécutera pas : la politique de la page le refuse, comme elle refuse ceux d’un attaquant. Écrivez addEventListener dans app.js.',
  noScript:
    'index.html ne charge pas demarrage.js : ouverte dans un navigateur, la page resterait muette.',
} as const;

export const SHOWN = {
  none: (count: number) =>
    count === 1
      ? 'Un message arrive, et rien ne s’ajoute à #messages.'
      : `${count} messages arrivent, et rien ne s’ajoute à #messages.`,
  noneHint: 'Écoutez « message » sur ws ; ce qui arrive est un texte JSON, dans evenement.data.',
  notFound: 'Un message est arrivé, et son texte ne se lit nulle part dans #messages.',
  notFoundHint: 'Le texte est dans JSON.parse(evenement.data).texte.',
  several: (count: number) => `Le même message occupe ${count} enfants de #messages.`,
  severalHint: 'Un message, un enfant : vérifiez qu’un seul écouteur affiche.',
  total: (expected: number, actual: number) =>
    `Après ${expected === 1 ? 'un message' : `${expected} messages`}, #messages a ${actual} enfants de plus.`,
  totalHint: 'Chaque message reçu est un enfant de #messages, et un seul.',
  noAuthor: 'Le message s’affiche sans son auteur.',
  noAuthorHint: 'Le pseudo est dans la propriété « auteur » du message.',
  expected: (author: string, text: string) =>
    `un enfant de #messages où se lisent « ${author} » et « ${text} »`,
} as const;

export const ATTACK = {
  created: (tag: string, place: string) =>
    `${place} d’un autre a créé un élément dans votre page : ${tag}. Avec « onerror », son auteur ferait tourner son code chez tous les lecteurs : il lirait leurs messages et écrirait à leur place.`,
  createdHint: {
    text: 'innerHTML et insertAdjacentHTML lisent des balises ; textContent et append n’en lisent pas. Fabriquez des nœuds.',
    author: 'Le pseudo est choisi par un inconnu, comme le texte : même traitement pour les deux.',
  },
  attribute: (tag: string, place: string) =>
    `${place} d’un autre est sorti de l’attribut où vous l’aviez mis : ${tag}. Un attribut « onmouseover » y ferait tourner le code d’un inconnu au passage de la souris.`,
  attributeHint:
    'Donnez la valeur par element.title = … ou setAttribute : les guillemets n’y comptent plus.',
  place: { text: 'Le texte', author: 'Le pseudo' },
  expectedNothing: 'aucun élément ni attribut de plus, ces caractères affichés tels quels',
  absent: (place: string) =>
    `${place} d’un autre contient des balises, et rien de ce message ne se lit dans #messages.`,
  absentHint:
    'Un message ordinaire ne s’affiche pas non plus ? Commencez par lui. Sinon, celui-ci a été écarté : son texte entier va dans textContent.',
  altered: (place: string) =>
    `${place} d’un autre contient des balises, et s’affiche autrement qu’il n’a été écrit.`,
  alteredHint:
    'Inutile de retirer ou de remplacer des caractères : un filtre s’oublie toujours quelque part. Donnez le texte entier à textContent.',
} as const;

export const EXACT = {
  message: 'Le texte ne s’affiche pas caractère pour caractère.',
  absent: 'Ce message ne se lit nulle part dans #messages.',
  escaped:
    'Le lecteur voit « &lt; » ou « &amp;amp; » : le texte a été échappé, puis affiché comme du texte.',
  escapedHint: 'Avec textContent, rien n’est à échapper. Retirez les replace.',
  decoded: 'Une suite comme « &amp; » est devenue « & » : le texte a été lu comme du HTML.',
  lines: 'Les retours à la ligne du message ont disparu.',
  linesHint: 'Gardez le texte entier ; « white-space: pre-wrap » dans le style montre ses lignes.',
  hint: 'Le texte reçu va tel quel dans textContent.',
} as const;

const MISSING: Readonly<Record<Extract<Gesture, { done: false }>['missing'], string>> = {
  field: 'Le champ #texte n’est plus dans la page.',
  form: 'Le champ #texte n’a plus de formulaire.',
  button: 'Le formulaire n’a pas de bouton.',
  disabled: 'Le champ #texte est désactivé alors que la connexion est ouverte.',
};

export const SENDING = {
  writable: '#texte dans son formulaire, où l’on peut écrire',
  missing: (what: keyof typeof MISSING) => MISSING[what],
  missingHint: 'Tant que la connexion est ouverte, on peut écrire.',
  noReload: 'un envoi par ws, et la page reste là',
  reloadsActual: 'le navigateur recharge la page',
  reloads:
    'Le formulaire part comme en 1995 : le navigateur recharge la page, et la conversation est perdue.',
  reloadsHint: 'Dans l’écouteur de « submit », commencez par evenement.preventDefault().',
  nothing: (how: string) => `On écrit, ${how} : rien ne part vers le serveur.`,
  nothingHint:
    "Écoutez « submit » sur le formulaire, puis ws.send(JSON.stringify({ type: 'dire', texte })).",
  several: (how: string, count: number) => `On écrit, ${how} : ${count} messages partent.`,
  severalHint:
    'Un clic sur le bouton déclenche « click » puis « submit » ; la touche Entrée aussi. N’écoutez que « submit ».',
  blank: 'Le champ est vide ou ne contient que des espaces, et un message part quand même.',
  blankHint: 'Comparez champ.value.trim() à la chaîne vide avant d’envoyer.',
  binary: 'Le message part en octets (trame binaire).',
  binaryHint: 'Donnez une chaîne à ws.send : le serveur attend du texte JSON.',
  notJson: 'Ce qui part n’est pas du JSON.',
  other: 'Ce qui part n’est pas le message attendu.',
  otherHint: "Le protocole de 5.4 : { type: 'dire', texte }.",
  kept: 'Le message est parti, et il est encore dans le champ.',
  keptHint: "Après l’envoi : champ.value = ''.",
  enter: 'puis Entrée',
  press: 'puis un clic sur le bouton',
} as const;

export const CLOSED = {
  sent: { close: 'le serveur ferme (1001)', cut: 'la connexion est coupée' },
  enabled: 'La connexion est fermée, et l’on peut encore écrire dans #texte.',
  enabledHint: 'Sur « close » : champ.disabled = true. Ce qui serait écrit là ne partirait jamais.',
  silent: 'La connexion est fermée, et #etat ne dit rien de nouveau.',
  silentHint: 'Sur « close », donnez un texte à #etat : « Connexion fermée ».',
  hidden: '#etat dit la fermeture, mais il est caché.',
  hiddenHint: 'Retirez « hidden » quand la phrase change.',
  notLive:
    '#etat n’est pas une zone vive : un lecteur d’écran ne dira pas que la connexion est fermée.',
  notLiveHint:
    'Dans index.html : <p id="etat" role="status">, ou aria-live="polite", ou un <output>.',
} as const;

export const BOUND = {
  tooMany: (count: number) =>
    `#messages a ${count} enfants. Un seul bavard remplit la mémoire de toutes les pages ouvertes, jusqu’à les figer.`,
  tooManyHint: 'Après chaque ajout, retirez le plus ancien tant qu’il y en a plus de 500.',
  frozen: (count: number) =>
    `La page ne répond plus quand ${count} messages sont arrivés : un seul bavard la fige chez tous les lecteurs.`,
  frozenActual: 'une page qui ne répond plus',
  frozenHint:
    '« innerHTML += » relit toute la liste à chaque message : ajoutez un seul nœud, par append. Et une boucle « while » qui ne retire rien ne finit pas.',
  children: (count: number) => `${count} enfants`,
  lost: 'Le dernier message reçu n’est pas dans la liste.',
  lostHint: 'Retirez les plus anciens, jamais le nouveau.',
  sent: (count: number) => `${count} messages, l’un après l’autre`,
} as const;
