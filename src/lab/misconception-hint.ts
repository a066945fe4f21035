// `<misconception-hint>`: under the first failing check, the misconception that fails the very same checks.
import * as v from 'valibot';
import type { Report, SignatureHint, Signatures } from '../grading/index.ts';
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';

/** What grading says of a report; it comes with the engine, which a run has fetched. */
export type Guess = {
  readonly hint: (report: Report, signatures: Signatures) => SignatureHint | null;
  readonly sentence: (hint: SignatureHint) => string;
};

const signaturesSchema = v.record(v.string(), v.record(v.string(), v.number()));

/** The explanations are in the page already, hidden. */
export class MisconceptionHint extends HTMLElement {
  /** Shows what `report` points at, or hides. */
  show(report: Report, guess: Guess): void {
    const hint = guess.hint(report, this.#signatures);
    this.hidden = hint === null;
    if (hint === null) return;
    find(this, '[data-sentence]', HTMLElement).textContent = guess.sentence(hint);
    for (const explanation of this.querySelectorAll<HTMLElement>('[data-misconception]')) {
      const id = explanation.dataset.misconception ?? '';
      explanation.hidden = !hint.misconceptions.includes(id);
    }
  }

  get #signatures(): Signatures {
    const text = find(this, 'script', HTMLScriptElement).textContent;
    return v.parse(signaturesSchema, JSON.parse(text));
  }
}

/** Follows the results: it stands in the check to begin with, which is drawn anew at each run. */
export function connectMisconceptions({ root, run, kit }: LabContext): void {
  const element = root.querySelector('misconception-hint');
  if (!(element instanceof MisconceptionHint)) return;
  run.listen((state) => {
    if (state.status !== 'graded') return;
    const { report } = state;
    void kit.engine().then(({ signatureHints, signatureSentence }) => {
      if (run.get() !== state) return;
      element.show(report, { hint: signatureHints, sentence: signatureSentence });
      root.querySelector('.check details[open] .check-body')?.append(element);
    });
  });
}
