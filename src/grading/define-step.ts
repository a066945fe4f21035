// What `checks.ts` exports as `step`: the functions that must exist, and the checks in order.
import type { Check } from './check.ts';
import type { Draw, Question } from './question.ts';
import type { Freezable, RealmKind } from './subject.ts';

/** A name, or several of which one is enough (`Analyseur` or `creerAnalyseur`). */
export type ExpectedExport = string | { readonly oneOf: readonly [string, ...string[]] };

export type StepDefinition = {
  /** Modules that are loaded, in order, each with the functions it must export. */
  readonly exports: Readonly<Record<string, readonly ExpectedExport[]>>;
  readonly checks: readonly Check[];
  /** Where the modules run. Default `program`, a (virtual) Node. */
  readonly realm?: RealmKind;
  /** Bare packages allowed beside the permitted `node:` modules. */
  readonly packages?: readonly string[];
  /**
   * Modules of the grader's own, by path, loaded before those of `exports`: a probe finds them among its `modules`.
   * It is how a probe comes by what only an `import` gives, the classes of `ws` for instance.
   */
  readonly support?: Readonly<Record<string, string>>;
  /** Sources of time and chance that are constants in this step: a value that depends on them shows. */
  readonly freeze?: readonly Freezable[];
  /** What the seed decides of each question that `step.md` marks `drawn: true`, by its id. */
  readonly draws?: Readonly<Record<string, Draw>>;
  /** Those of `step.md`, added by `withQuestions()`: `checks.ts` writes none. */
  readonly questions?: readonly Question[];
};

const CHECK_ID = /^C\d+$/;

/** Throws a plain Error for an author's mistake: it stops the build, never a student. */
export function defineStep(definition: StepDefinition): StepDefinition {
  const ids = definition.checks.map((each) => each.id);
  for (const [index, id] of ids.entries()) {
    if (!CHECK_ID.test(id)) throw new Error(`check id "${id}" is none of C1, C2…`);
    if (ids.indexOf(id) !== index) throw new Error(`check id "${id}" is used twice`);
  }
  return definition;
}

/** The module that must export `name`. */
export function moduleOf(definition: StepDefinition, name: string): string {
  for (const [module, names] of Object.entries(definition.exports)) {
    for (const expected of names) {
      if (typeof expected === 'string' ? expected === name : expected.oneOf.includes(name)) {
        return module;
      }
    }
  }
  throw new Error(`no module of this step exports "${name}"`);
}
