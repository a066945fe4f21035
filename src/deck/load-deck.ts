// Reads a deck from its folder: `slides.json`, then each file that it names.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DeckError } from './deck.ts';
import type { Deck, DeckFile } from './deck.ts';
import * as messages from './messages.ts';
import { parseDeck } from './parse-deck.ts';
import type { ParseOptions } from './parse-deck.ts';

const LIST = 'slides.json';

/**
 * Loads and parses the deck whose `slides.json` is in `folder`.
 *
 * @throws DeckError where the list or a file that it names cannot be read, with a French sentence
 */
export async function loadDeck(folder: string, options: ParseOptions = {}): Promise<Deck> {
  const list = join(folder, LIST);
  const paths = parseList(await readText(list, 'DECK_LIST_MISSING', messages.listMissing(list)));
  const files = await Promise.all(
    paths.map(async (path): Promise<DeckFile> => {
      const message = messages.fileMissing(list, path);
      return { path, text: await readText(resolve(folder, path), 'DECK_FILE_MISSING', message) };
    }),
  );
  return parseDeck(files, options);
}

async function readText(
  path: string,
  code: 'DECK_LIST_MISSING' | 'DECK_FILE_MISSING',
  message: string,
): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new DeckError(code, message, { cause });
  }
}

function parseList(text: string): string[] {
  const invalid = (cause?: unknown): DeckError =>
    new DeckError('DECK_LIST_INVALID', messages.listInvalid(LIST), { cause });
  let list: unknown;
  try {
    list = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw invalid(cause);
  }
  const isPath = (item: unknown): item is string => typeof item === 'string' && item.trim() !== '';
  if (!Array.isArray(list) || !list.every(isPath)) throw invalid();
  return list;
}
