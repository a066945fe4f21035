// Each message is a card of more than forty nodes, as a design system would give.
const MAXIMUM = 500;

export function installer({ document, ws }) {
  const messages = document.getElementById('messages');
  const form = document.getElementById('formulaire');
  const field = document.getElementById('texte');
  const state = document.getElementById('etat');

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  };

  const card = ({ auteur, texte }) =>
    element(
      'article',
      'carte',
      element(
        'header',
        'carte-tete',
        element('span', 'pastille', ...Array.from({ length: 20 }, (_, n) => element('i', `point-${n}`))),
        element('strong', 'auteur', auteur),
        element('span', 'etoiles', ...Array.from({ length: 20 }, () => element('i', 'etoile'))),
      ),
      element('p', 'texte', texte),
    );

  ws.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.type !== 'message') return;
    messages.append(card(message));
    while (messages.children.length > MAXIMUM) messages.firstElementChild.remove();
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const texte = field.value.trim();
    if (texte === '') return;
    ws.send(JSON.stringify({ type: 'dire', texte }));
    field.value = '';
  });

  ws.addEventListener('close', () => {
    field.disabled = true;
    state.textContent = 'Déconnecté';
  });
}
