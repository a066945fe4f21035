// The words of the running deck and of the speaker's page.

const plural = (count: number, one: string, many: string): string => (count > 1 ? many : one);

export const deck = {
  help: {
    title: 'Touches du diaporama',
    open: 'Aide : les touches du diaporama',
    page: 'Lire comme une page',
    pageWithNotes: 'Avec les notes',
    speaker: 'Page de l’orateur',
    course: 'Le cours à lire',
    home: 'Accueil',
    close: 'Fermer',
  },

  progress: {
    label: 'Avancement',
    value: (number: number, total: number) => `Diapo ${number} sur ${total}`,
  },

  jump: {
    title: 'Aller à une diapo',
    label: 'Numéro, ou mots du titre',
    found: (count: number) =>
      count === 0
        ? 'Aucune diapo : essayez un autre mot du titre.'
        : `${count} ${plural(count, 'diapo', 'diapos')}. Entrée ouvre la première, ↓ choisit.`,
    hint: (total: number) => `De 1 à ${total}, ou un mot : « masque », « fermer »…`,
    go: 'Y aller',
    close: 'Fermer',
  },

  lost: {
    title: 'Cette diapo n’est pas dans ce support',
    text: (asked: string) =>
      `L’adresse demande « ${asked} ». Son titre a peut-être changé, ou la diapo a été retirée.`,
    nearest: (title: string) => `Aller à « ${title} »`,
    plan: 'Voir le plan',
    stay: 'Rester ici',
  },

  speaker: {
    title: 'Page de l’orateur',
    description: 'Les notes du cours, la diapo courante, la suivante et le temps qui passe.',
    clock: 'Heure',
    timer: 'Chronomètre',
    start: 'Démarrer',
    pause: 'Mettre en pause',
    reset: 'Remettre à zéro',
    plan: 'Prévu',
    planned: (from: number, to: number) => (from === to ? `${from} min` : `de ${from} à ${to} min`),
    onTime: 'à l’heure',
    late: (minutes: number) => `${minutes} min de retard`,
    early: (minutes: number) => `${minutes} min d’avance`,
    notStarted: 'le chronomètre part à la première diapo tournée',
    current: 'Diapo courante',
    next: 'Diapo suivante',
    last: 'C’est la dernière diapo.',
    notes: 'Notes',
    noNotes: 'Pas de notes pour cette diapo.',
    minutes: (minutes: number) => `${minutes} min`,
    position: (number: number, total: number) => `Diapo ${number} sur ${total}`,
    step: (step: number, steps: number) => `étape ${step} sur ${steps}`,
    previousButton: 'Précédente',
    nextButton: 'Suivante',
    blackButton: 'Écran noir',
    revealButton: 'Révéler',
    connected: 'Le diaporama suit cette page, et elle le suit.',
    alone:
      'Aucun diaporama n’est ouvert dans ce navigateur. Ouvrez-le dans une autre fenêtre : il suivra cette page. En attendant, elle avance seule.',
    open: 'Ouvrir le diaporama',
    unsupported:
      'Ce navigateur ne relie pas deux fenêtres : cette page avance seule, et le diaporama aussi.',
    keys: '→ ou Espace : suivante · ← : précédente',
  },
} as const;
