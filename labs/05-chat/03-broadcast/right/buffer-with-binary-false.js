import WebSocket from 'ws';

export const diffuser = (clients, donnees, options) => {
  let n = 0;
  clients.forEach((client) => {
    if (client.readyState === WebSocket.OPEN && client !== options?.sauf) {
      try {
        client.send(donnees, { binary: false });
        n++;
      } catch {}
    }
  });
  return n;
};
