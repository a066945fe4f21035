// Des nœuds de texte, les propriétés on…, et une liste lue par le document global.
const $ = (id) => document.getElementById(id);

function ligneDe(auteur, texte) {
  const ligne = document.createElement('li');
  ligne.dataset.auteur = auteur;
  ligne.appendChild(document.createTextNode(`${auteur} : `));
  ligne.appendChild(document.createTextNode(texte));
  return ligne;
}

export const installer = ({ ws }) => {
  ws.onmessage = ({ data }) => {
    const { type, auteur, texte } = JSON.parse(data);
    if (type === 'message') $('messages').appendChild(ligneDe(auteur, texte));
    while ($('messages').childElementCount > 500) $('messages').firstElementChild.remove();
  };
  ws.onclose = () => {
    $('texte').setAttribute('disabled', '');
    $('etat').innerText = 'Hors ligne';
  };
  $('formulaire').onsubmit = () => {
    const texte = $('texte').value;
    if (/\S/.test(texte)) {
      ws.send(JSON.stringify({ texte, type: 'dire' }));
      $('formulaire').reset();
    }
    return false;
  };
};
