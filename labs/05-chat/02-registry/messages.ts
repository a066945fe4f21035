// What step 5.2 says of a registry that forgets somebody, or that keeps somebody.
import type { Mistake } from '../../../src/grading/index.ts';
import type { Play, Step } from './plays.ts';

const list = (names: readonly string[]): string =>
  names.length === 0 ? 'personne' : names.join(', ');

export const LOOK = {
  theSize: '« taille »',
  size: (size: number) => `taille : ${size}`,
  otherSize: (actual: string, expected: number) =>
    `« taille » vaut ${actual}, et ${expected} client${expected > 1 ? 's sont là' : expected === 1 ? ' est là' : ' n’est là'}.`,
  stranger: 'pourChacun donne à l’action autre chose qu’un client ajouté.',
  other: 'autre chose',
  deaf: (name: string) => `${name} est là, et pourChacun l’oublie : connecté, il n’entend rien.`,
  ghost: (name: string) =>
    `${name} est parti, et pourChacun le visite encore : le serveur parle à une connexion fermée.`,
  twice: (name: string) => `${name} est visité deux fois : il recevrait chaque message en double.`,
  visits: (names: readonly string[]) => `pourChacun visite ${list(names)}`,
} as const;

export const HINTS = {
  departure: 'Suivez sur un papier qui est dans la liste après chaque départ, et à quelle place.',
  twice:
    'Un départ peut être annoncé deux fois (« error », puis « close ») : le second ne change rien.',
  unknown: 'Vérifiez que le client est là avant de retirer quoi que ce soit.',
  addition:
    'Avant d’ajouter, regardez si ce client y est déjà ; au départ, ne retirez que lui. Par « === », car deux clients peuvent avoir le même nom. Un Set le fait seul.',
  during:
    'Retirer un élément d’un tableau décale les suivants sous la boucle. Parcourez une copie, ou un Set.',
  operations: 'Rejouez cette suite à la main : chaque client est là, ou n’y est pas, sans numéro.',
} as const;

export const MISTAKES = {
  keptPlace: {
    message: 'C’est la place retenue à l’arrivée qui est retirée, et elle n’est plus la sienne.',
    hint: 'Quand un client part, tous ceux qui le suivent changent de place. Identifiez l’objet, pas sa position.',
  },
  lastRemoved: {
    message: 'Un inconnu part, et c’est le dernier arrivé qui disparaît.',
    hint: '« indexOf » rend -1 pour un absent, et « splice(-1, 1) » retire le dernier : testez avant.',
  },
} as const satisfies Record<string, Mistake>;

export const FAILURE = {
  creation: (isClass: boolean) => (isClass ? 'new Registre()' : 'creerRegistre()'),
  registry: 'un objet { ajouter, retirer, taille, pourChacun }',
  threw: (call: string, what: string) => `${call} a lancé une exception : ${what}`,
  threwHint: 'Un registre neuf est vide : il n’y a encore rien à lire.',
  missing: (name: string) => `Le registre n’a pas de méthode « ${name} ».`,
  without: (name: string) => `un objet sans méthode « ${name} »`,
  missingHint: 'Comparez les noms avec ceux du contrat, accents et majuscules compris.',
  notARegistry: (kind: string) => `Le registre est ${kind}, au lieu d’un objet.`,
  notARegistryHint:
    'Terminez par « return { ajouter, retirer, … } ». Rien ici n’est asynchrone : ni « async », ni promesse.',
  stepThrew: (what: string) => `Le dernier appel lance une exception : ${what}`,
  stepThrewHint: 'Aucune de ces opérations n’est une erreur, même pour un client absent.',
  noException: 'aucune exception',
} as const;

/** What each client is called in a message: those of one name are told apart by a number. */
export function labelsOf(names: readonly string[]): readonly string[] {
  return names.map((name, rank) => {
    const isAlone = names.indexOf(name) === names.lastIndexOf(name);
    const number = names.slice(0, rank + 1).filter((other) => other === name).length;
    return isAlone ? name : `${name}${number}`;
  });
}

/** So many calls are shown, the last ones: it is there that it goes wrong. */
const SHOWN = 14;

/** The calls up to that step, as the student would write them; earlier looks are left out. */
export function sentence(
  { steps, names, registries }: Play,
  index: number,
  isClass: boolean,
): string {
  const current = steps[index];
  const place = current?.registry ?? 0;
  const before = steps
    .slice(0, index)
    .filter(({ registry, act }) => registry === place && act !== 'look');
  const labels = labelsOf(names);
  const calls = before.map((step) => callOf(step, labels)).slice(-SHOWN);
  const start =
    calls.length < before.length
      ? `… (${before.length - calls.length} appels)`
      : FAILURE.creation(isClass);
  const end = current === undefined ? [] : [callOf(current, labels)];
  const note = registries > 1 ? ' ; un autre registre sert en même temps' : '';
  const namesakes = labels.filter((label, rank) => label !== names[rank]);
  const sameName = namesakes.length > 0 ? ` ; ${namesakes.join(' et ')} ont le même nom` : '';
  return `${[start, ...calls, ...end].join(' ; ')}${note}${sameName}`;
}

function callOf(step: Step, names: readonly string[]): string {
  if (step.act !== 'look') {
    return `${step.act === 'add' ? 'ajouter' : 'retirer'}(${names[step.client] ?? '?'})`;
  }
  const [removal] = step.removals;
  if (removal === undefined) return 'taille ; pourChacun(action)';
  const when = removal.at === -1 ? 'à chaque visite' : `à la visite ${removal.at + 1}`;
  const whom = { self: 'le client visité', previous: 'le précédent', others: 'tous les autres' };
  return `pourChacun(action), où l’action retire ${when} ${whom[removal.whom]}`;
}
