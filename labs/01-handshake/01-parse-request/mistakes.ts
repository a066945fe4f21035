// The mistakes of step 1.1 that can be told from what comes back, each named in words.
import type { Mistake } from '../../../src/grading/index.ts';

const VALUE = {
  carriageReturn: {
    message: 'Un retour chariot « \\r » reste à la fin de la valeur.',
    hint: 'En HTTP, une ligne finit par deux caractères : coupez sur « \\r\\n », pas sur « \\n » seul.',
  },
  spaces: {
    message: 'Des blancs restent autour de la valeur.',
    hint: 'Les espaces et tabulations autour de la valeur n’en font pas partie : « trim() » les enlève des deux côtés.',
  },
  cutAtColon: {
    message: 'La valeur est coupée à son premier « : ».',
    hint: 'Seul le premier « : » de la ligne sépare le nom de la valeur : cherchez-le avec « indexOf ».',
  },
  cutStart: {
    message: 'Il manque le début de la valeur.',
    hint: 'La valeur commence juste après le premier « : » de la ligne ; l’espace qui suit peut manquer.',
  },
  innerSpaces: {
    message: 'Les blancs à l’intérieur de la valeur ont changé.',
    hint: 'Enlevez les blancs des deux bouts seulement : ceux du milieu font partie de la valeur.',
  },
  letterCase: {
    message: 'La casse de la valeur a changé.',
    hint: 'Mettez en minuscules le nom, jamais la valeur : une clé en base64 y perdrait son sens.',
  },
  lastWins: {
    message: 'L’en-tête est répété, et seule sa dernière valeur est restée.',
    hint: 'Si le nom est déjà rangé, joignez l’ancienne valeur et la nouvelle par « , ».',
  },
  firstWins: {
    message: 'L’en-tête est répété, et seule sa première valeur est restée.',
    hint: 'Si le nom est déjà rangé, joignez l’ancienne valeur et la nouvelle par « , ».',
  },
  someLost: {
    message: 'L’en-tête est répété, et certaines de ses valeurs se sont perdues.',
    hint: 'Chaque répétition s’ajoute à la fin, même la troisième, même une valeur déjà vue.',
  },
  order: {
    message: 'Les valeurs de l’en-tête répété ne sont pas dans l’ordre reçu.',
    hint: 'L’ancienne valeur d’abord, la nouvelle ensuite.',
  },
  separator: {
    message: 'Les valeurs de l’en-tête répété ne sont pas jointes par une virgule et une espace.',
    hint: 'Joignez-les par « , » : une virgule puis une espace, sans rien d’autre.',
  },
  undefinedText: {
    message: 'Le texte « undefined » est entré dans la valeur.',
    hint: 'Le nom n’était pas encore rangé : demandez d’abord « entetes.has(nom) ».',
  },
  commaInFront: {
    message: 'Une virgule précède la première valeur.',
    hint: 'N’ajoutez la virgule que si le nom est déjà rangé : demandez d’abord « entetes.has(nom) ».',
  },
  inherited: {
    message:
      'La valeur contient quelque chose que vous n’avez pas rangé : une propriété que tout objet possède déjà.',
    hint: 'Un objet « {} » hérite de « constructor » et « __proto__ » : prenez une Map, ou « Object.create(null) ».',
  },
  otherCall: {
    message: 'La valeur vient en partie d’une autre requête.',
    hint: 'Créez la table des en-têtes dans la fonction, à chaque appel, et non en dehors.',
  },
} as const satisfies Record<string, Mistake>;

const NAME = {
  empty: {
    message: 'Une ligne vide est rangée comme un en-tête.',
    hint: 'Ne parcourez que les lignes qui précèdent la ligne vide.',
  },
  requestLine: {
    message: 'La première ligne est rangée parmi les en-têtes.',
    hint: 'La ligne de requête n’est pas un en-tête : mettez-la de côté avant la boucle.',
  },
  uncut: {
    message: 'Une ligne est restée entière : le nom et la valeur n’ont pas été séparés.',
    hint: 'Cherchez « : » seul : une espace le suit souvent, mais pas toujours.',
  },
  colon: {
    message: 'Un nom rendu contient « : ».',
    hint: 'Coupez au premier « : » de la ligne, pas au dernier.',
  },
  afterTheHead: {
    message: 'Votre fonction lit au-delà de la ligne vide.',
    hint: 'Gardez seulement ce qui précède le premier « \\r\\n\\r\\n » : la suite n’appartient plus à l’en-tête.',
  },
  otherCall: VALUE.otherCall,
} as const satisfies Record<string, Mistake>;

export const PROTOTYPE_HINT =
  'Dans un objet « {} », « __proto__ » ne se range pas comme un autre nom : prenez une Map, ou « Object.create(null) ».';

/** `table[nom] = [table[nom], valeur]` with `__proto__` for a name: what was ordinary gets a list for a prototype. */
export const PROTOTYPE_CHANGED = {
  message:
    'En rangeant « __proto__ », votre objet a changé de prototype : sa valeur n’y est pas, et il passe pour un tableau.',
  actual: 'un objet dont le prototype est un tableau',
} as const;

/** What surrounds a header that came back wrong. */
export type HeaderSurroundings = {
  /** The values of that name in the head, in order, trimmed. */
  readonly parts: readonly string[];
  /** All values of that name in the other requests of the same batch. */
  readonly elsewhere: readonly string[];
  /** What follows the empty line. */
  readonly rest: string;
};

export function recogniseValue(
  expected: string,
  actual: string,
  { parts, elsewhere, rest }: HeaderSurroundings,
): Mistake | null {
  if (/^undefined\b/.test(actual)) return VALUE.undefinedText;
  if (actual === `, ${expected}`) return VALUE.commaInFront;
  if (/\[object |\[native code\]/.test(actual)) return VALUE.inherited;
  if (actual.replace(/\r$/, '') === expected) return VALUE.carriageReturn;
  if (parts.length > 1) {
    const repeated = recogniseRepeated(actual, parts);
    if (repeated !== null) return repeated;
  }
  if (actual.trim() === expected) return VALUE.spaces;
  if (actual.toLowerCase() === expected.toLowerCase()) return VALUE.letterCase;
  if (withoutSpaces(actual) === withoutSpaces(expected)) return VALUE.innerSpaces;
  const foreign = actual.split(', ').filter((piece) => piece !== '' && !parts.includes(piece));
  if (foreign.some((piece) => elsewhere.includes(piece))) return VALUE.otherCall;
  if (foreign.some((piece) => rest.includes(piece))) return NAME.afterTheHead;
  if (expected.startsWith(`${actual.trim()}:`)) return VALUE.cutAtColon;
  return actual !== '' && expected.endsWith(actual) ? VALUE.cutStart : null;
}

function recogniseRepeated(actual: string, parts: readonly string[]): Mistake | null {
  if (actual === parts.at(-1)) return VALUE.lastWins;
  if (actual === parts[0]) return VALUE.firstWins;
  const [pieces, wanted] = [actual.split(', '), parts.join(', ').split(', ')];
  if (pieces.every((piece) => wanted.includes(piece))) {
    return pieces.length < wanted.length ? VALUE.someLost : VALUE.order;
  }
  return parts.every((part) => actual.includes(part)) ? VALUE.separator : null;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

/** What is around a name that should not be there. */
export type NameSurroundings = {
  readonly method: string;
  /** The field lines as they were sent. */
  readonly lines: readonly string[];
  /** What follows the empty line. */
  readonly rest: string;
  /** The names of the other requests of the same batch, in lower case. */
  readonly elsewhere: readonly string[];
};

export function recogniseName(
  name: string,
  { method, lines, rest, elsewhere }: NameSurroundings,
): Mistake | null {
  const plain = name.trim().toLowerCase();
  if (plain === '') return NAME.empty;
  if (plain.startsWith(`${method.toLowerCase()} `)) return NAME.requestLine;
  if (rest.toLowerCase().includes(plain)) return NAME.afterTheHead;
  // A line whole, or without its last letter: `indexOf` gave -1.
  if (lines.some((line) => [line, line.slice(0, -1)].includes(name))) return NAME.uncut;
  if (plain.includes(':')) return NAME.colon;
  return elsewhere.includes(plain) ? NAME.otherCall : null;
}

type Property = 'methode' | 'cible' | 'version';

/** What comes of the request line when a property is almost right. */
export function recogniseProperty(
  property: Property,
  expected: string,
  actual: string,
  elsewhere: readonly string[],
): Mistake | null {
  if (property === 'cible' && elsewhere.includes(actual)) {
    return {
      message: 'La cible est celle d’une autre requête.',
      hint: 'Lisez-la dans « texte », à chaque appel, sans rien garder du précédent.',
    };
  }
  if (actual.trim() === expected) {
    return {
      message: `Un blanc ou une fin de ligne reste dans « ${property} ».`,
      hint: 'Coupez la première ligne sur « \\r\\n », puis ses trois parties sur l’espace.',
    };
  }
  if (actual.toLowerCase() === expected.toLowerCase()) {
    return {
      message: `La casse de « ${property} » a changé.`,
      hint: 'Seuls les noms des en-têtes passent en minuscules.',
    };
  }
  if (property === 'version' && actual === `HTTP/${expected}`) {
    return {
      message: 'La version garde le nom du protocole.',
      hint: `Ôtez « HTTP/ » : le contrat demande « ${expected} ».`,
    };
  }
  if (property === 'cible' && expected.startsWith(`${actual}?`)) {
    return {
      message: 'La cible a perdu ce qui suit le « ? ».',
      hint: 'Rendez la cible telle qu’elle est écrite, question comprise : l’étape 1.4 s’en occupera.',
    };
  }
  if (property === 'cible' && expected.includes('%')) {
    return {
      message: 'La cible n’est plus celle qui est écrite sur la ligne.',
      hint: 'Ni décodage ni simplification : « %20 » et « .. » restent tels quels.',
    };
  }
  return null;
}
