// The offers of step 1.5: real subprotocol names, and lists of them drawn so that each check has one reason to fail.
import type { Random } from '../../../src/grading/index.ts';

export type Offer = {
  /** The header's raw value, or `undefined` when the client sent none. */
  readonly offered: string | undefined;
  readonly accepted: readonly string[];
};

/** Names that are registered or in use (RFC 6455 §11.5); none is a part of another. */
const NAMES = [
  'chat',
  'mqtt',
  'soap',
  'wamp.2.json',
  'v12.stomp',
  'graphql-transport-ws',
  'ocpp1.6',
  'xmpp',
  'sip',
  'amqp',
  'jsonrpc',
] as const;

/** All different, in a drawn order. */
export function drawNames(random: Random, count: number): readonly string[] {
  const left: string[] = [...NAMES];
  return Array.from({ length: count }, () =>
    left.splice(random.integer(0, left.length - 1), 1),
  ).flat();
}

/** The client's order and the server's disagree on which common name comes first, but in the last, where they agree on the very first. */
export function disagreeingOffers(random: Random): readonly Offer[] {
  const [one = '', two = '', three = '', unknown = ''] = drawNames(random, 4);
  return [
    { offered: 'chat, superchat', accepted: ['superchat', 'chat'] },
    { offered: `${one}, ${two}, ${three}`, accepted: [three, two, one] },
    { offered: `${unknown}, ${two}, ${one}`, accepted: [one, two] },
    // Neither order is the alphabet's.
    { offered: 'zebre, abeille', accepted: ['abeille', 'zebre'] },
    { offered: 'abeille, zebre', accepted: ['zebre', 'abeille'] },
    // `indexOf` gives 0 for it, which is no refusal.
    { offered: `${one}, ${two}`, accepted: [one, two] },
  ];
}

/** `constructor` and `__proto__` are tokens, and names that every plain object seems to have. */
export function offersWithNothingInCommon(random: Random): readonly Offer[] {
  const [one = '', two = '', three = '', four = ''] = drawNames(random, 4);
  return [
    { offered: 'inconnu', accepted: ['superchat', 'chat'] },
    { offered: `${one}, ${two}`, accepted: [three, four] },
    { offered: `${one}, ${two}`, accepted: [] },
    { offered: 'constructor, __proto__, toString', accepted: [one] },
  ];
}

export function emptyOffers(random: Random): readonly Offer[] {
  const names = drawNames(random, 2);
  return [
    { offered: undefined, accepted: ['superchat', 'chat'] },
    { offered: undefined, accepted: names },
    { offered: undefined, accepted: [] },
    { offered: '', accepted: names },
  ];
}

/** One name in common each time, never the first of the list where spaces would not show. */
export function spacedOffers(random: Random): readonly Offer[] {
  const [one = '', two = '', three = ''] = drawNames(random, 3);
  return [
    { offered: 'inconnu ,chat', accepted: ['chat'] },
    { offered: `${one},${two}`, accepted: [two] },
    { offered: `${one} , ${two} ,${three}`, accepted: [two] },
    { offered: `${one} ,${two}`, accepted: [one] },
    ...[two, three].map((name) => ({
      offered: `${one},\t${two}\t,  ${three}`,
      accepted: [name],
    })),
    { offered: `  ${one}`, accepted: [one] },
    { offered: `${one}  `, accepted: [one] },
  ];
}

/** One name is a part of the other, or differs by its case only. */
export function resemblingOffers(random: Random): readonly Offer[] {
  const [name = ''] = drawNames(random, 1);
  return [
    { offered: 'chatsuperchat', accepted: ['chat'] },
    { offered: 'superchat', accepted: ['chat'] },
    { offered: 'chat', accepted: ['superchat'] },
    ...['2', '.v2', '-secure'].flatMap((suffix) => [
      { offered: name, accepted: [name + suffix] },
      { offered: name + suffix, accepted: [name] },
    ]),
    { offered: `x${name}`, accepted: [name] },
    { offered: 'chat-v2', accepted: ['chat.v2'] },
    { offered: 'Chat', accepted: ['chat'] },
    { offered: name.toUpperCase(), accepted: [name] },
    { offered: name, accepted: [name.toUpperCase()] },
  ];
}

/** Two names in common at least, so that a list or a concatenation shows. */
export function crowdedOffers(random: Random): readonly Offer[] {
  const drawn = Array.from({ length: 20 }, (): Offer => {
    const names = drawNames(random, 7);
    const common = names.slice(0, random.integer(2, 4));
    const offered = shuffled(random, [...common, names[4] ?? '', names[5] ?? '']);
    const accepted = shuffled(random, [...common, names[6] ?? '']);
    return { offered: offered.join(', '), accepted };
  });
  return [{ offered: 'chat, superchat', accepted: ['chat', 'superchat'] }, ...drawn];
}

/** Neither sorted nor in reverse order: whatever moves them shows. */
export function orderedOffers(random: Random): readonly Offer[] {
  const [one = '', two = '', three = ''] = drawNames(random, 3).toSorted();
  return [
    { offered: one, accepted: [two, one, three] },
    { offered: two, accepted: [three, one, two] },
    { offered: 'inconnu', accepted: [two, three, one] },
    { offered: undefined, accepted: [three, one, two] },
  ];
}

export function namesIn(offered: string | undefined): readonly string[] {
  return (offered ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function shuffled<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.integer(0, left.length - 1), 1));
}
