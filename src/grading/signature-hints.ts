// Hints by signature: a report that fails the very checks that known wrong programs fail is explained as they are.
import { SIGNATURE } from './messages.ts';
import { failingChecks } from './signature.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import type { Report } from './verdict.ts';

/**
 * For each vector of failing checks (`C1 C4`), how many wrong programs of each misconception give it.
 * Under `UNEXPLAINED` are those that illustrate none. Written by the graders' command into `signatures.json`.
 */
export type Signatures = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const UNEXPLAINED = '';

/** `likely`: only this misconception is known to fail so. `maybe`: one or two of several. Ids of `misconceptions`. */
export type SignatureHint = {
  readonly certainty: 'likely' | 'maybe';
  readonly misconceptions: readonly string[];
};

const MOST_SHOWN = 2;

/**
 * The misconceptions that a report points at; `null` where it points at none, or at too many to be of help, and
 * where a failing check has itself recognised the mistake: one explanation is enough.
 */
export function signatureHints(report: Report, signatures: Signatures): SignatureHint | null {
  if (report.tests.some((test) => 'isNamed' in test && test.isNamed)) return null;
  const vector = failingChecks(report.tests);
  if (vector === null || !Object.hasOwn(signatures, vector)) return null;
  const programs = Object.entries(signatures[vector] ?? {});
  const explained = programs
    .filter(([id]) => id !== UNEXPLAINED)
    .map(([id, count]) => ({ id, count, share: count / programsOf(id, signatures) }))
    .sort((one, other) => other.count - one.count || other.share - one.share);
  const [first, second, third] = explained;
  if (first === undefined) return null;
  if (programs.length === 1) return { certainty: 'likely', misconceptions: [first.id] };
  // Two stand out only if the third does worse, and if the others are not the greater number.
  const cut = third === undefined ? MOST_SHOWN : [first, second].filter(better(third)).length;
  const shown = explained.slice(0, cut);
  if (sumOf(shown) * 2 < sumOf(explained) + (signatures[vector]?.[UNEXPLAINED] ?? 0)) return null;
  return { certainty: 'maybe', misconceptions: shown.map(({ id }) => id) };
}

/** The sentence that introduces the explanations. */
export function signatureSentence({ certainty, misconceptions }: SignatureHint): string {
  if (certainty === 'likely') return SIGNATURE.likely;
  return misconceptions.length > 1 ? SIGNATURE.maybeOneOf : SIGNATURE.maybe;
}

function sumOf(weights: readonly Weight[]): number {
  return weights.reduce((sum, { count }) => sum + count, 0);
}

type Weight = { readonly count: number; readonly share: number };

/** More programs fail so, or as many and a larger part of those that make the mistake. */
function better(third: Weight) {
  return (weight: Weight | undefined): boolean =>
    weight !== undefined &&
    (weight.count > third.count || (weight.count === third.count && weight.share > third.share));
}

function programsOf(misconception: string, signatures: Signatures): number {
  return Object.values(signatures).reduce((sum, each) => sum + (each[misconception] ?? 0), 0);
}

/**
 * The signatures of a matrix. Left out: programs that the grader does not reject as wanted, whose vector may depend on
 * the seed, and the starter's vector, since who has written nothing has not misunderstood anything.
 */
export function collectSignatures({ checks, rows }: Pick<Matrix, 'checks' | 'rows'>): Signatures {
  const vectorOf = ({ statuses }: MatrixRow): string | null =>
    failingChecks(checks.map((id, index) => ({ id, status: statuses[index] ?? 'skipped' })));
  const untouched = new Set(rows.filter(({ kind }) => kind === 'starter').map(vectorOf));
  const signatures: Record<string, Record<string, number>> = {};
  for (const row of rows) {
    const vector = vectorOf(row);
    if (row.kind !== 'wrong' || !row.asWanted || vector === null || untouched.has(vector)) continue;
    const programs = (signatures[vector] ??= {});
    const id = row.misconception ?? UNEXPLAINED;
    programs[id] = (programs[id] ?? 0) + 1;
  }
  return sorted(signatures, (programs) => sorted(programs, (count) => count));
}

/** By key, so that the same programs always write the same file. */
function sorted<Value, Result>(
  record: Readonly<Record<string, Value>>,
  of: (value: Value) => Result,
) {
  const entries = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, of(value)] as const));
}
