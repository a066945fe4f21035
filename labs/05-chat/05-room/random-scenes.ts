// Scenes drawn at random, in which everything that can happen in a room happens.
import type { Random } from '../../../src/grading/index.ts';
import { babbles, drawPseudos, drawText, enters, INVALID, joins, leaves, says } from './acts.ts';
import type { Act } from './room-model.ts';

const LENGTH = 30;
const CLIENTS = 6;

/** Those who have left say no more; they may be told to leave again, as `error` then `close` do. */
export function drawScene(random: Random): readonly Act[] {
  const pseudos = drawPool(random);
  const acts: Act[] = [];
  const present: number[] = [];
  const gone: number[] = [];
  while (acts.length < LENGTH) {
    const dice = random.integer(0, 99);
    if (present.length === 0 || (dice < 15 && present.length + gone.length < CLIENTS)) {
      const who = present.length + gone.length;
      if (who >= CLIENTS) break;
      present.push(who);
      acts.push(enters(who));
    } else if (dice < 45) {
      acts.push(joins(random.pick(present), random.pick(pseudos)));
    } else if (dice < 75) {
      acts.push(says(random.pick(present), drawText(random)));
    } else if (dice < 85) {
      acts.push(babbles(random.pick(present), random.pick(INVALID)));
    } else if (dice < 95 || gone.length === 0) {
      const [who = 0] = present.splice(random.integer(0, present.length - 1), 1);
      gone.push(who);
      acts.push(leaves(who));
    } else {
      acts.push(leaves(random.pick(gone)));
    }
  }
  return acts;
}

/**
 * What chance might leave out, to follow a scene: a name met again in another spelling, the departure of one who was
 * refused it or has left already, and each text that is refused. The name is none of those that scenes draw.
 */
export function drawSeldom(random: Random): readonly Act[] {
  const [name = ''] = drawPseudos(random, 1, [100, 999]);
  const [bearer, refused, heir, last] = [CLIENTS, CLIENTS + 1, CLIENTS + 2, CLIENTS + 3];
  const twins = [name.normalize('NFD'), name.toUpperCase()];
  return [
    ...[enters(bearer), joins(bearer, name), enters(refused)],
    ...twins.map((twin) => joins(refused, twin)),
    ...[leaves(refused), enters(heir), joins(heir, name)],
    ...[leaves(bearer), joins(heir, name), leaves(bearer)],
    ...[enters(last), joins(last, name)],
    ...INVALID.map((text) => babbles(heir, text)),
  ];
}

/** Few names under many spellings: most scenes have pseudonyms that are already taken. */
function drawPool(random: Random): readonly string[] {
  return drawPseudos(random, 4).flatMap((pseudo) => [
    pseudo,
    random.pick([
      pseudo.toUpperCase(),
      pseudo.normalize('NFD'),
      ` ${pseudo}`,
      pseudo.toLowerCase(),
    ]),
  ]);
}
