// The words of the retrieval questions.

const plural = (count: number, one: string, many: string): string => (count > 1 ? many : one);

export const quizWords = {
  title: 'Questions',
  description: 'Des questions pour retenir : chaque réponse est expliquée, avec sa source.',
  lead: (count: number) =>
    `${count} ${plural(count, 'question', 'questions')}, une seule réponse juste à chacune. Répondez de mémoire, puis lisez pourquoi.`,
  spacing:
    'Ce que vous cherchez de mémoire, vous le retenez. Une question répondue revient le lendemain, puis une semaine après : ce navigateur s’en souvient, personne d’autre.',
  none: 'Ce support n’a pas encore de questions.',
  chapters: 'Par chapitre',
  count: (count: number) => `${count} ${plural(count, 'question', 'questions')}`,
  chapterTitle: 'Sans relire',
  chapterLead: 'Répondez de mémoire : c’est ainsi que l’on retient.',
  all: 'Toutes les questions du cours',
  check: 'Vérifier',
  again: 'Répondre de nouveau',
  choose: 'Choisissez d’abord une réponse.',
  answer: 'Voir la réponse',
  right: 'C’est la bonne réponse.',
  wrong: 'Ce n’est pas cela : la bonne réponse est marquée, avec sa raison.',
  isRight: 'la bonne réponse',
  chosen: 'votre réponse',
  source: (name: string) => `Source : ${name}`,
  reread: 'Relire ce chapitre',
  next: {
    tomorrow: 'Elle reviendra demain.',
    week: 'Elle reviendra dans une semaine.',
    done: 'Vous la savez : elle ne reviendra plus.',
  },
  due: (count: number) => `${count} ${plural(count, 'question', 'questions')} à revoir`,
  onlyDue: (count: number) =>
    count > 1
      ? `Ne montrer que les ${count} questions à revoir`
      : 'Ne montrer que la question à revoir',
} as const;
