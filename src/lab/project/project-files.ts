// A student's chat as a real Node project: their files where they passed, the solutions elsewhere, and what holds them together.
import { projectReadme, projectWords } from '../../i18n/project.ts';
import { listEarlierFiles } from '../earlier-files.ts';
import type { SolvedStep } from '../solved-steps.ts';

export type ProjectFile = {
  readonly path: string;
  readonly text: string;
  readonly from: 'student' | 'solution' | 'given';
};

export type ProjectParts = {
  /** The lab's own steps, in order, each with its solution. */
  readonly steps: readonly SolvedStep[];
  /** By path, the student's files that may replace a solution. */
  readonly own: Readonly<Record<string, string>>;
  /** By path, what the lab gives: never replaced. */
  readonly given: Readonly<Record<string, string>>;
  /** `8.23.0`: the version of `ws` that the labs run. */
  readonly ws: string;
};

/** The files of the program, without what npm needs around them. */
export function programFiles({
  steps,
  own,
  given,
}: Omit<ProjectParts, 'ws'>): readonly ProjectFile[] {
  const asIs = new Set(steps.flatMap((step) => step.given ?? []));
  const written = listEarlierFiles(steps, own).map(({ path, text, from }): ProjectFile => ({
    path,
    text,
    from: from === 'solution' && asIs.has(path) ? 'given' : from,
  }));
  const shared = Object.entries(given).map(([path, text]): ProjectFile => ({
    path,
    text,
    from: 'given',
  }));
  return [...written.filter(({ path }) => !Object.hasOwn(given, path)), ...shared].sort(
    (one, other) => (one.path < other.path ? -1 : 1),
  );
}

/** Every file of the project, `package.json` and `README.md` first. */
export function projectFiles({ ws, ...parts }: ProjectParts): readonly ProjectFile[] {
  const files = programFiles(parts);
  const manifest = {
    name: 'chat',
    version: '1.0.0',
    private: true,
    description: projectWords.package,
    type: 'module',
    scripts: { start: 'node demarrer.js' },
    dependencies: { ws },
    engines: { node: '>=22' },
  };
  return [
    { path: 'package.json', text: `${JSON.stringify(manifest, null, 2)}\n`, from: 'given' },
    { path: 'README.md', text: projectReadme(files), from: 'given' },
    ...files,
  ];
}
