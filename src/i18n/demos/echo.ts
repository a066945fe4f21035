// The words of the real echo, and of the simulator that takes its place.

const octets = (count: number): string => `${count} ${count > 1 ? 'octets' : 'octet'}`;

export const echo = {
  title: 'Un vrai écho',
  prediction: {
    question: 'Vous envoyez « é ». Combien d’octets fait la trame du client ?',
    choices: ['1', '2', '4', '8'],
    right: 3,
    because:
      'Huit : deux d’en-tête, quatre de clé de masquage, et « é » en prend deux en UTF-8 ; la trame du serveur, sans clé, en fait quatre.',
  },
  keys: 'Entrée : envoyer · Tab : aller d’un champ à l’autre',
  message: 'Message',
  send: 'Envoyer',
  reconnect: 'Se reconnecter',
  sources: {
    idle: 'Pas encore de connexion',
    connecting: 'Connexion à /ws/echo…',
    real: 'Connexion réelle à /ws/echo',
    simulated: 'Simulateur : le serveur n’est pas joint',
  },
  client: (size: number) => `Du client au serveur : ${octets(size)}`,
  server: (size: number) => `Du serveur au client : ${octets(size)}`,
  values: {
    opcode: (code: string, name: string | null) => (name === null ? code : `${code}, ${name}`),
    text: (text: string) => `« ${text} »`,
    cut: (hex: string) => `${hex} …`,
  },
  more: (count: number) => `… et ${octets(count)} de plus`,
  said: {
    connecting: 'La page ouvre une connexion vers le serveur de ce site.',
    real: (received: number, sent: number) =>
      `Le serveur a reçu ${octets(received)} et en a renvoyé ${sent} : l’écart est la clé de masquage.`,
    simulated: (received: number, sent: number) =>
      `Simulateur : le client enverrait ${octets(received)}, le serveur en renverrait ${sent}.`,
    away: 'Le serveur de ce site ne répond pas : un simulateur prend le relais, avec une clé tirée au hasard.',
    lost: 'La connexion est perdue : un simulateur prend le relais, avec une clé tirée au hasard.',
    busy: 'L’écho précédent n’est pas encore revenu.',
    tooLong: (limit: number) => `Cette figure envoie ${limit} signes au plus.`,
  },
  reading: (text: string) =>
    `« ${text} » à l’aller, masqué avec la clé de l’exemple de la RFC 6455, puis au retour, en clair.`,
} as const;
