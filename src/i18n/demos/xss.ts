// The words of the two chats: one takes a message for HTML, the other for text.

const many = (count: number, one: string, several: string): string =>
  `${count} ${count > 1 ? several : one}`;
const list = (names: readonly string[]): string => names.join(', ');

export const xss = {
  title: 'XSS dans un chat',
  prediction: {
    question:
      'Un chat affiche chaque message par innerHTML. Lequel exécute du code chez tous les présents ?',
    choices: [
      '<script>alert(1)</script>',
      '<img src onerror="alert(1)">',
      'Les deux',
      'Aucun : innerHTML n’exécute rien',
    ],
    right: 1,
    because:
      'L’image exécute son onerror ; un <script> inséré par innerHTML n’est jamais exécuté, et beaucoup en concluent que innerHTML est sans danger.',
  },
  keys: 'Tab : aller d’un champ à l’autre · ↑ ↓ : changer d’exemple',
  example: 'Exemple',
  own: 'Le vôtre',
  pseudo: 'Pseudo',
  message: 'Message',
  panes: {
    html: 'Par innerHTML',
    text: 'Par textContent',
  },
  frames: {
    html: 'Le message inséré par innerHTML',
    text: 'Le même message inséré par textContent',
  },
  examples: {
    bold: 'Un mot en gras',
    form: 'Un faux formulaire',
    image: 'Une image piégée',
    script: 'Un script',
    quote: 'Un pseudo avec un guillemet',
  },
  /** Under each frame. */
  made: (elements: readonly string[], handlers: readonly string[]) =>
    elements.length + handlers.length === 0
      ? 'Rien que du texte'
      : [
          elements.length === 0
            ? 'Aucun élément'
            : `${many(elements.length, 'élément', 'éléments')} : ${list(elements)}`,
          handlers.length === 0
            ? 'aucun gestionnaire'
            : `${many(handlers.length, 'gestionnaire', 'gestionnaires')} : ${list(handlers)}`,
        ].join(' · '),
  said: {
    text: 'À gauche comme à droite, le message reste du texte.',
    handlers: (handlers: readonly string[]) =>
      `À gauche, ${list(handlers)} attend d’être exécuté. La politique de cette page le bloque ; un chat sans elle l’exécuterait chez tous les présents.`,
    script:
      'À gauche, un élément script : inséré par innerHTML, il n’est pas exécuté. Un onerror le serait.',
    form: 'À gauche, un formulaire que rien ne distingue des vôtres. Il n’exécute aucun script : une politique de scripts ne l’arrête pas.',
    elements: (elements: readonly string[]) =>
      `À gauche, le message crée ${many(elements.length, 'élément', 'éléments')} (${list(elements)}) : son auteur écrit dans la page des autres.`,
  },
  columns: { example: 'Exemple', message: 'Message reçu', html: 'Par innerHTML' },
  from: (pseudo: string) => `pseudo : ${pseudo}`,
  note: 'Par textContent, chacun reste du texte. La politique de cette page (CSP) bloque les gestionnaires ; un chat sans elle les exécuterait. Aucune politique de scripts n’arrête le faux formulaire.',
  tooLong: (limit: number) => `Cette figure lit ${limit} signes au plus.`,
} as const;
