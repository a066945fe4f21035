// What step 2.5 says where the text that was read is not in question.

export const FRAME = {
  changed: 'Votre fonction modifie « trame », qu’on lui a seulement prêtée.',
  where: '« trame », après l’appel',
  hint: '« subarray » montre la mémoire de la trame, « slice » la copie : démasquez dans un nouveau tableau.',
} as const;
