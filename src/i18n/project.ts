// The words of « Télécharger le projet », and of the French read-me that comes with it.

export const projectWords = {
  heading: 'Sur votre machine',
  lead: 'Votre chat, avec tout ce qu’il faut pour tourner sur un vrai Node. Les fichiers que vous n’avez pas encore réussis y sont ceux du corrigé.',
  button: 'Télécharger le projet',
  done: (own: number, given: number) =>
    `Projet préparé : ${own} ${own > 1 ? 'fichiers de vous' : 'fichier de vous'}, ${given} du corrigé. Décompressez, puis « npm i » et « npm start ».`,
  failed:
    'Le projet n’a pas pu être préparé : le serveur du cours ne répond pas. Réessayez quand il sera revenu.',
  archive: 'chat.zip',
  folder: 'chat',
  yours: 'le vôtre',
  solution: 'corrigé fourni',
  given: 'donné',
  package: 'Le chat du labo 5 de Trame, à faire tourner chez soi.',
} as const;

/** Markdown; each file with where it comes from. */
export function projectReadme(
  files: readonly { readonly path: string; readonly from: keyof typeof ORIGINS }[],
): string {
  const list = files.map(({ path, from }) => `- \`${path}\` : ${ORIGINS[from]}`);
  return `# Le chat

Le chat que vous avez écrit au labo 5, en projet Node (version 22 ou plus récente).

\`\`\`sh
npm i
npm start
\`\`\`

Ouvrez l’adresse affichée dans deux onglets : ils se parlent. Un autre port : \`PORT=3000 npm start\`. Pour arrêter : Ctrl + C ; chaque onglet reçoit le code 1001.

## Les fichiers

${list.join('\n')}

Un fichier « corrigé fourni » attend le vôtre : remplacez-le, relancez.
`;
}

const ORIGINS = {
  student: projectWords.yours,
  solution: projectWords.solution,
  given: projectWords.given,
} as const;
