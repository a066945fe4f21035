// « Mettre en ligne »: lends the step's files, sandbox and inspector to the panel, where the step has one.
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';
import { LivePanel } from './live/live-panel.ts';
import { stepsBefore } from './solved-steps.ts';

export function connectLive({ root, page, kit, code, left }: LabContext): void {
  const panel = root.querySelector('live-panel');
  if (!(panel instanceof LivePanel)) return;
  const opener = find(root, '[data-drawer=visitors]', HTMLElement);
  void Promise.all([code.files, kit.checks(page.folder)]).then(([files, { packages = [] }]) => {
    const ownFiles = (): Readonly<Record<string, string>> =>
      Object.fromEntries(page.files.map((path) => [path, files.sources[path] ?? '']));
    const host = {
      ownFiles,
      completeFiles: async () => {
        const [engine, solved] = await Promise.all([kit.engine(), kit.solutions()]);
        const earlier = stepsBefore(solved, page.number);
        return (await engine.withEarlierWork(ownFiles(), earlier)).files;
      },
      sandbox: () => kit.sandbox(packages),
      step: { module: page.files[0] ?? '', packages },
      goTo: code.goTo.bind(code),
      exchanges: find(root, '[data-exchanges]', HTMLElement),
      showLabel: (label: string) => {
        opener.textContent = label;
      },
    };
    panel.connect(host, left);
  });
  opener.addEventListener('click', () => {
    panel.start();
  });
  code.editor.addEventListener('code-change', () => {
    panel.codeChanged();
  });
}
