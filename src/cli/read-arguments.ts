// The words of a command line, parsed: positions, flags and whole numbers, or a sentence that says what is wrong.
import { parseArgs } from 'node:util';

import { HELP, WRONG_USE } from './messages.ts';
import { HelpWanted, WrongUse } from './wrong-use.ts';

export type Arguments = {
  readonly positions: readonly string[];
  readonly json: boolean;
  /** Whether the command's own flag was given. */
  readonly flag: boolean;
  /** The value of the command's number option, when given. */
  readonly number: number | null;
};

export type ArgumentRules = {
  readonly usage: string;
  /** Lines that `--help` shows under the usage. */
  readonly help: readonly string[];
  readonly positions: number;
  /** Name of the one option that takes a whole number, with its smallest value. */
  readonly number?: { readonly name: string; readonly minimum: number };
  /** Name of the one flag beside `--json`. */
  readonly flag?: string;
};

const HELP_NAMES = new Set(['help', 'h']);

/** @throws {HelpWanted} for `--help`. @throws {WrongUse} with the usage, for anything that the rules do not name. */
export function readArguments(words: readonly string[], rules: ArgumentRules): Arguments {
  const { number, flag } = rules;
  const refuse = (reason: string): never => {
    throw new WrongUse(WRONG_USE.usage(reason, rules.usage));
  };
  const parsed = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      json: { type: 'boolean' },
      ...(flag === undefined ? {} : { [flag]: { type: 'boolean' as const } }),
      ...(number === undefined ? {} : { [number.name]: { type: 'string' as const } }),
    },
  });
  if (parsed.tokens.some((token) => token.kind === 'option' && HELP_NAMES.has(token.name))) {
    throw new HelpWanted([HELP.usage(rules.usage), '', ...rules.help].join('\n'));
  }
  let given: number | null = null;
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue;
    if (token.name === 'json' || token.name === flag) {
      if (token.value !== undefined) refuse(WRONG_USE.optionWithValue(token.rawName));
    } else if (token.name !== number?.name) {
      refuse(WRONG_USE.unknownOption(token.rawName));
    } else if (token.value === undefined) {
      refuse(WRONG_USE.optionWithoutValue(token.rawName));
    } else {
      const isWhole = /^\d{1,15}$/.test(token.value) && Number(token.value) >= number.minimum;
      if (!isWhole) refuse(WRONG_USE.badNumber(token.rawName, token.value, number.minimum));
      given = Number(token.value);
    }
  }
  const extra = parsed.positionals[rules.positions];
  if (extra !== undefined) refuse(WRONG_USE.tooMany(extra));
  return {
    positions: parsed.positionals,
    json: parsed.values.json === true,
    flag: flag !== undefined && parsed.values[flag] === true,
    number: given,
  };
}
