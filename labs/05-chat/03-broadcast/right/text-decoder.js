const decodeur = new TextDecoder('utf-8', { ignoreBOM: true });

export function diffuser(clients, donnees, { sauf = null } = {}) {
  const texte = typeof donnees === 'string' ? donnees : decodeur.decode(donnees);
  const reussi = (client) => {
    try {
      client.send(texte, { binary: false, compress: false });
      return true;
    } catch {
      return false;
    }
  };
  return [...clients]
    .filter((client) => client !== sauf)
    .filter(({ readyState }) => readyState === 1)
    .filter(reussi).length;
}
