// The glossary: French and English terms with their definitions, read from `slides/glossaire.yaml` and validated.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { slugOf } from '../../deck/slide-title.ts';

export const GLOSSARY_ADDRESS = '/cours/glossaire/';

const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.regex(/^[^\n]*$/));

const Entry = v.strictObject({
  fr: Line,
  en: Line,
  /** One or two sentences. */
  definition: v.pipe(Line, v.maxLength(320), v.regex(/[.!?]$/u)),
  /** `RFC 6455 §5.2`. */
  source: v.pipe(Line, v.regex(/^(?:RFC \d{3,5}|WHATWG [A-Za-z]+) §\d+(?:\.\d+)*$/)),
  aussi: v.optional(v.array(Line), []),
  lie: v.optional(v.boolean(), true),
});

export type GlossaryTerm = {
  /** Its anchor in the page. */
  readonly id: string;
  readonly french: string;
  readonly english: string;
  readonly definition: string;
  readonly source: string;
  /** Every way in which a text may name it, the longest first. */
  readonly forms: readonly string[];
  /** Whether chapters link to it. */
  readonly linked: boolean;
};

/** An author's mistake in the glossary, as a French sentence that names the entry. */
export class GlossaryError extends Error {
  override readonly name = 'GlossaryError';
}

/** The terms, in French alphabetical order; none where the slides have no glossary. */
export async function loadGlossary(slides: string): Promise<readonly GlossaryTerm[]> {
  const file = path.join(slides, 'glossaire.yaml');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]';
    throw error;
  });
  return readGlossary(text);
}

/** @throws GlossaryError */
export function readGlossary(text: string): readonly GlossaryTerm[] {
  const list: unknown = parseYaml(text) ?? [];
  if (!Array.isArray(list)) throw new GlossaryError('Le glossaire doit être une liste de termes.');
  const terms = list.map((item: unknown, index) => readTerm(item, index + 1));
  const taken = new Map<string, string>();
  for (const { french, id, forms } of terms) {
    for (const form of [id, ...forms.map((one) => one.toLowerCase())]) {
      const other = taken.get(form);
      if (other !== undefined && other !== french) {
        throw new GlossaryError(
          `Le glossaire donne « ${form} » à deux termes : « ${other} » et « ${french} ».`,
        );
      }
      taken.set(form, french);
    }
  }
  return terms.toSorted((one, other) => one.french.localeCompare(other.french, 'fr'));
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new GlossaryError('Le glossaire n’est pas du YAML correct.', { cause });
  }
}

function readTerm(item: unknown, number: number): GlossaryTerm {
  const parsed = v.safeParse(Entry, item);
  if (!parsed.success) {
    const fields = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'entrée').join(', ');
    throw new GlossaryError(`Le terme ${number} du glossaire est à revoir : ${fields}.`);
  }
  const { fr, en, definition, source, aussi, lie } = parsed.output;
  const forms = [...new Set([fr, ...aussi, en])].sort((a, b) => b.length - a.length);
  return {
    id: slugOf(fr),
    french: fr,
    english: en,
    definition,
    source,
    forms,
    linked: lie,
  };
}

/** Where the source can be read. */
export function sourceAddress(source: string): string {
  const [, rfc, section = ''] = /^RFC (\d+) §(.+)$/.exec(source) ?? [];
  if (rfc !== undefined) return `https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section}`;
  return source.startsWith('WHATWG HTML')
    ? 'https://html.spec.whatwg.org/multipage/server-sent-events.html'
    : 'https://websockets.spec.whatwg.org/';
}
