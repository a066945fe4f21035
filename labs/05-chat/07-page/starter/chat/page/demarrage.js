// Donné, à ne pas modifier : ouvre la connexion, dit votre pseudo, puis confie la page à app.js.
import { installer } from './app.js';

const pseudo = `visiteur-${1 + Math.floor(Math.random() * 999)}`;
const ws = new WebSocket('/chat');

ws.addEventListener('open', () => {
  ws.send(JSON.stringify({ type: 'rejoindre', pseudo }));
});

installer({ document, ws });
