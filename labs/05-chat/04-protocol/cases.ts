// The messages that step 5.4 gives to the student's function, and what each must become.
import type { Random } from '../../../src/grading/index.ts';

export type Message = { readonly type: string; readonly pseudo?: string; readonly texte?: string };

/** `message`: accepted as that, nothing more. `null`: refused. `either`: refused, or accepted as that. */
export type Case = {
  readonly text: string;
  readonly message: Message | null;
  readonly either?: true;
  /** Judged otherwise by whoever counts the blanks at the edges. */
  readonly isPadded?: true;
};

const json = (value: unknown): string => JSON.stringify(value);
const accepted = (text: string, message: Message): Case => ({ text, message });
const refused = (text: string): Case => ({ text, message: null });
const padded = (each: Case): Case => ({ ...each, isPadded: true });
const join = (pseudo: string): Message => ({ type: 'rejoindre', pseudo });
const say = (texte: string): Message => ({ type: 'dire', texte });

const NAMES = ['Alice', 'Zoé', 'Bob', 'Łukasz', '花子', 'O’Brien'];
const WORDS = ['bonjour', '<b>salut</b>', 'à   demain', '"oui"', 'ça va 😀', '1 & 2', '\\o/'];
const BLANKS = [' ', '\t', '\n', '  ', ' \r\n '];
/** Every blank, and few of them: with a name between two, still no more than the length allowed. */
const EDGE = ' \t\r\n';

export function validMessages(random: Random): readonly Case[] {
  const numbered = (text: string): string => `${text} ${random.integer(10, 99)}`;
  const name = numbered(random.pick(NAMES));
  const words = numbered(`${random.pick(WORDS)} ${random.pick(WORDS)}`);
  const around = (text: string): string => `${random.pick(BLANKS)}${text}${random.pick(BLANKS)}`;
  return [
    accepted(json(join(name)), join(name)),
    accepted(json(say(words)), say(words)),
    accepted(json({ texte: words, type: 'dire' }), say(words)),
    accepted(`\n ${JSON.stringify(join(name), null, 2)} `, join(name)),
    accepted(json(join(around(name))), join(name)),
    accepted(json(say(around(words))), say(words)),
    // What chance might leave out: each blank at both edges, each name, each word.
    accepted(json(join(`${EDGE}${name}${EDGE}`)), join(name)),
    accepted(json(say(`${EDGE}${words}${EDGE}`)), say(words)),
    ...NAMES.map(numbered).map((pseudo) => accepted(json(join(pseudo)), join(pseudo))),
    ...WORDS.map(numbered).map((texte) => accepted(json(say(texte)), say(texte))),
  ];
}

export function brokenJson(random: Random): readonly Case[] {
  const whole = json(say(random.pick(WORDS)));
  return [
    '{',
    random.pick(['bonjour', 'salut', 'ping']),
    whole.slice(0, random.integer(2, whole.length - 1)),
    "{'type':'dire','texte':'bonjour'}",
    `${whole},`,
    '',
    ' ',
    'undefined',
    '{"type":"dire","texte":NaN}',
  ].map(refused);
}

export function noObject(random: Random): readonly Case[] {
  return ['null', '[]', String(random.integer(1, 99)), '"x"', 'true', 'false', '0', '""', '{}'].map(
    refused,
  );
}

/** Whatever the type asks for is there: only the type is wrong. */
const withType = (type: unknown): Case =>
  refused(json({ ...(type === undefined ? {} : { type }), pseudo: 'Alice', texte: 'bonjour' }));

export function unknownTypes(random: Random): readonly Case[] {
  const others = ['quitter', 'effacer', 'admin', 'bienvenue', 'message'];
  const drawn = `type-${random.integer(100, 999)}`;
  const spelled = ['Dire', 'REJOINDRE', 'rejoindre ', ''];
  // As a key of a table, a list of one text is that text.
  const noText = [undefined, null, 1, true, {}, ['dire'], ['rejoindre']];
  return [...others, drawn, ...spelled, ...noText].map(withType);
}

export function inheritedTypes(random: Random): readonly Case[] {
  const one = random.pick(['isPrototypeOf', 'propertyIsEnumerable', '__defineGetter__']);
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', one];
  return names.map(withType);
}

export function wrongFields(random: Random): readonly Case[] {
  const values = [
    undefined,
    random.integer(1, 99),
    null,
    true,
    {},
    [],
    ['Alice'],
    { length: 5 },
    0,
  ];
  return [
    ...values.map((pseudo) => refused(json({ type: 'rejoindre', pseudo }))),
    ...values.map((texte) => refused(json({ type: 'dire', texte }))),
    refused(json({ type: 'dire', pseudo: 'Alice' })),
    refused(json({ type: 'rejoindre', texte: 'bonjour' })),
  ];
}

export function lengths(random: Random): readonly Case[] {
  const letter = random.pick(Array.from('abcxyzéñ'));
  const emoji = random.pick(['😀', '🎉', '🚀', '🐙']);
  const family = '👨‍👩‍👧';
  const edge = ' '.repeat(random.integer(5, 12));
  return [
    accepted(json(say(letter)), say(letter)),
    accepted(json(say(letter.repeat(280))), say(letter.repeat(280))),
    refused(json(say(letter.repeat(281)))),
    refused(json(say(''))),
    padded(refused(json(say(edge)))),
    accepted(json(say(emoji.repeat(280))), say(emoji.repeat(280))),
    refused(json(say(emoji.repeat(281)))),
    padded(accepted(json(say(`${edge}${letter.repeat(279)}${edge}`)), say(letter.repeat(279)))),
    // Five code points each, however few it looks.
    accepted(json(say(family.repeat(56))), say(family.repeat(56))),
    refused(json(say(family.repeat(57)))),
    accepted(json(join(letter)), join(letter)),
    accepted(json(join(letter.repeat(20))), join(letter.repeat(20))),
    refused(json(join(letter.repeat(21)))),
    refused(json(join(''))),
    padded(refused(json(join(edge)))),
    padded(accepted(json(join(`${edge}${letter.repeat(19)}${edge}`)), join(letter.repeat(19)))),
    accepted(json(join(emoji.repeat(20))), join(emoji.repeat(20))),
    refused(json(join(emoji.repeat(21)))),
  ];
}

export function extraFields(random: Random): readonly Case[] {
  // Plain: what becomes of other names and other words is the business of C1.
  const name = `Alice ${random.integer(10, 99)}`;
  const words = `bonjour ${random.integer(10, 99)}`;
  const extra = { auteur: 'root', admin: true, [`x${random.integer(100, 999)}`]: { a: [1] } };
  const lenient = (sent: object, message: Message): Case => ({
    text: json(sent),
    message,
    either: true,
  });
  return [
    lenient({ ...say(words), ...extra }, say(words)),
    lenient({ ...extra, ...join(name) }, join(name)),
    lenient({ ...say(words), pseudo: name }, say(words)),
    lenient({ ...join(name), texte: words }, join(name)),
  ];
}

export function prototypes(random: Random): readonly Case[] {
  const words = random.pick(WORDS.slice(0, 1)) + String(random.integer(10, 99));
  const said = `"type":"dire","texte":${json(words)}`;
  return [
    { text: `{${said},"__proto__":{"admin":true}}`, message: say(words), either: true },
    {
      text: `{${said},"constructor":{"prototype":{"admin":true}}}`,
      message: say(words),
      either: true,
    },
    refused('{"__proto__":{"admin":true}}'),
    // The type is that of the prototype: the message itself has none.
    refused(`{"__proto__":{${said}}}`),
  ];
}

const DEPTH = 20_000;

export function deepJson(random: Random): readonly Case[] {
  const depth = DEPTH + random.integer(0, 500);
  const nest = (open: string, inside: string, close: string): string =>
    open.repeat(depth) + inside + close.repeat(depth);
  const list = nest('[', '', ']');
  const deep = [list, nest('{"a":', '1', '}')];
  return [
    ...deep.map(refused),
    ...deep.map((x) => accepted(`{"type":"dire","texte":"bonjour","x":${x}}`, say('bonjour'))),
  ];
}
