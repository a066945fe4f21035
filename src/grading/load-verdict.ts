// Why the student's code cannot be graded at all: it did not load, or it does not export what the step calls.
import { completeDetail } from './check-failure.ts';
import type { ExpectedExport, StepDefinition } from './define-step.ts';
import { describeSyntax, describeThrown } from './engine-messages.ts';
import { LOAD, where } from './messages.ts';
import type { LoadOutcome } from './subject.ts';
import type { FailureDetail } from './verdict.ts';

/** `null` when every module loaded and exports the functions that the step expects. */
export function loadFailure(
  outcome: LoadOutcome,
  definition: StepDefinition,
): FailureDetail | null {
  switch (outcome.status) {
    case 'loaded':
      return exportFailure(outcome, definition);
    case 'syntax':
      return located(outcome.location, {
        message: LOAD.syntax(describeSyntax(outcome.message)),
        hint: LOAD.syntaxHint,
      });
    case 'missing-import': {
      const relative = /^\.{0,2}\//.test(outcome.specifier);
      const { from, specifier } = outcome;
      return located(outcome.location, {
        message: relative
          ? LOAD.missingFile(from, specifier)
          : LOAD.missingPackage(from, specifier),
        hint: relative ? LOAD.missingFileHint : LOAD.missingPackageHint,
      });
    }
    case 'forbidden-import':
      return located(outcome.location, {
        message: LOAD.forbidden(outcome.from, outcome.specifier),
        hint: LOAD.missingPackageHint,
      });
    case 'missing-export':
      return located(outcome.location, {
        message: LOAD.missingExport(outcome.from, outcome.name, outcome.specifier),
        hint: LOAD.missingExportHint(outcome.specifier),
      });
    case 'cycle':
      return completeDetail({
        message: LOAD.cycle(outcome.files.join(' → ')),
        hint: LOAD.cycleHint,
      });
    case 'thrown':
      return located(outcome.thrown.location, {
        message: LOAD.thrown(describeThrown(outcome.thrown)),
        hint: LOAD.thrownHint,
      });
  }
}

function exportFailure(
  outcome: Extract<LoadOutcome, { status: 'loaded' }>,
  definition: StepDefinition,
): FailureDetail | null {
  for (const [file, expectedExports] of Object.entries(definition.exports)) {
    const exported = outcome.exports[file] ?? [];
    const functions = outcome.functions[file] ?? [];
    for (const expected of expectedExports) {
      const names = namesOf(expected);
      if (names.some((name) => functions.includes(name))) continue;
      const name = names.join(LOAD.or);
      const present = names.some((each) => exported.includes(each));
      const message = present ? LOAD.notAFunction(file, name) : missingName(file, name, exported);
      return completeDetail({ message, where: file, hint: LOAD.writeExport(names[0] ?? name) });
    }
  }
  return null;
}

function missingName(file: string, name: string, exported: readonly string[]): string {
  const named = exported.filter((each) => each !== 'default');
  if (named.length > 0) return LOAD.otherExported(file, name, named.join(', '));
  return exported.includes('default')
    ? LOAD.defaultExported(file, name)
    : LOAD.nothingExported(file, name);
}

function namesOf(expected: ExpectedExport): readonly string[] {
  return typeof expected === 'string' ? [expected] : expected.oneOf;
}

function located(
  location: FailureDetail['location'],
  detail: { readonly message: string; readonly hint: string },
): FailureDetail {
  return completeDetail({ ...detail, location, where: where(location) });
}
