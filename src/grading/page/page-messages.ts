// What a check says of a page before it can look at it.

export const PAGE = {
  installed: 'installer({ document, ws })',
  installThrew: (thrown: string) => `installer() s’arrête en route : ${thrown}`,
  gaveUp: 'La page ferme sa connexion avant même qu’elle soit ouverte.',
  gaveUpHint: 'installer() reçoit un WebSocket qui s’ouvre : attendez « open », sans le fermer.',
  installHint:
    'Tout ce que installer() cherche dans la page doit y être : comparez les identifiants avec ceux de index.html.',
} as const;
