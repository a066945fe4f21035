// The grader as one script for a page: the same `gradeStep` and the same `checks.ts` as on the command line.
import path from 'node:path';
import { build } from 'esbuild';
import type { Step } from '../../src/catalog/index.ts';
import type { gradeStep, runMatrix, StepDefinition } from '../../src/grading/index.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What the script leaves on `window`. */
export type GradingPage = {
  readonly gradeStep: typeof gradeStep;
  readonly runMatrix: typeof runMatrix;
  readonly createSandbox: (options: SandboxOptions) => Sandbox;
  /** By step number. */
  readonly definitions: Readonly<Record<string, StepDefinition>>;
};

declare global {
  interface Window {
    grading: GradingPage;
  }
}

/** JavaScript text for `page.evaluate`, which the page's own policy does not concern. */
export async function bundleGrading(steps: readonly Step[]): Promise<string> {
  const imports = steps.map(
    ({ folder }, i) => `import { step as s${i} } from './${folder}/checks.ts';`,
  );
  const definitions = steps.map(
    ({ number, questions }, i) =>
      `${JSON.stringify(number)}: withQuestions(s${i}, ${JSON.stringify(questions)})`,
  );
  const { outputFiles } = await build({
    stdin: {
      contents: [
        ...imports,
        "import { gradeStep, runMatrix, withQuestions } from './src/grading/index.ts';",
        "import { createSandbox } from './src/sandbox/index.ts';",
        `window.grading = { gradeStep, runMatrix, createSandbox, definitions: { ${definitions.join(', ')} } };`,
      ].join('\n'),
      resolveDir: ROOT,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
