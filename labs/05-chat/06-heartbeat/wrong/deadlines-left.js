// échoue : C5 seulement
// confusion : never-stopped
export const surveiller = (wss, { intervalle = 30000 } = {}) => {
  const delais = new Map();
  const oublier = (client) => {
    clearTimeout(delais.get(client));
    delais.delete(client);
  };
  const sonder = (client) => {
    if (delais.has(client)) return;
    delais.set(client, setTimeout(() => client.terminate(), intervalle / 2));
    client.ping();
  };
  const suivre = (client) => {
    client.on('pong', () => oublier(client));
    client.on('close', () => oublier(client));
  };
  wss.clients.forEach(suivre);
  wss.on('connection', suivre);
  const minuteur = setInterval(() => wss.clients.forEach(sonder), intervalle);
  minuteur.unref();
  const arreter = () => {
    clearInterval(minuteur);
    wss.off('connection', suivre);
  };
  wss.on('close', arreter);
  return arreter;
};
