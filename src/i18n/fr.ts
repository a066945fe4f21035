// Every word that the interface shows. French typography is written out: U+202F before ; ! ? and inside « », U+00A0 before :.

export const fr = {
  site: {
    name: 'Trame',
    description:
      'Un cours interactif sur WebSocket : le support de présentation, et des labos où vous écrivez le protocole octet par octet, corrigés dans la page.',
    skip: 'Aller au contenu',
    home: 'Trame, accueil',
    theme: { label: 'Thème', auto: 'automatique', light: 'clair', dark: 'sombre' },
  },
} as const;
