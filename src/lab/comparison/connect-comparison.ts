// Lends the step's files and its solution to `<code-comparison>`.
import { find } from '../element.ts';
import type { LabContext } from '../lab-context.ts';
import { whenIdle } from '../when-idle.ts';
import { CodeComparison, prepareComparison } from './code-comparison.ts';

export function connectComparison({ root, page, kit, code }: LabContext): void {
  if (root.querySelector('code-comparison') === null) return;
  find(root, 'code-comparison', CodeComparison).files = async () => {
    const [files, solved] = await Promise.all([code.files, kit.solutions()]);
    const solution = solved.find(({ number }) => number === page.number)?.files ?? {};
    return Object.entries(solution).map(([path, theirs]) => ({
      path,
      mine: files.sources[path] ?? '',
      theirs,
    }));
  };
  whenIdle(() => void prepareComparison());
}
