// « Mettre en ligne »: lends the step's files, sandbox and inspector to the panel, where the step has one.
import { liveWords } from '../i18n/live.ts';
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';
import { LabDrawer } from './lab-drawer.ts';
import { LivePanel } from './live/live-panel.ts';
import type { LivePanelHost } from './live/live-panel-host.ts';
import { livePackages, liveProgram } from './live-program.ts';

export function connectLive(lab: LabContext): void {
  const panel = lab.root.querySelector('live-panel');
  if (!(panel instanceof LivePanel)) return;
  const opener = find(lab.root, '.run-bar [data-drawer=visitors]', HTMLElement);
  const showLabel = (label: string): void => {
    opener.textContent = label;
  };
  panel.connect(async () => ({ ...(await lend(lab)), showLabel }), lab.left);
  opener.addEventListener('click', () => {
    panel.start();
  });
  connectEnlarge(lab);
  connectWay(lab);
  lab.code.revision.listen(() => {
    panel.codeChanged();
  });
}

/** « Agrandir » gives the bytes the editor's place for as long as they are looked at: a run, which has its verdict to show, ends it. */
function connectEnlarge({ root, run }: LabContext): void {
  const button = find(root, '[data-enlarge]', HTMLElement);
  const press = (isLarge: boolean): void => {
    button.setAttribute('aria-pressed', String(isLarge));
    button.textContent = isLarge ? liveWords.visitors.reduce : liveWords.visitors.enlarge;
  };
  button.addEventListener('click', () => {
    press(button.getAttribute('aria-pressed') !== 'true');
  });
  find(root, '[data-exchanges]', HTMLElement).addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') press(false);
  });
  run.listen(({ status }) => {
    if (status === 'running') press(false);
  });
}

/** On a phone the bytes lie under all the checks, in another view than the visitors: buttons lead there. */
function connectWay({ root, views }: LabContext): void {
  const exchanges = find(root, '[data-exchanges]', HTMLElement);
  for (const button of root.querySelectorAll('[data-see-bytes]')) {
    button.addEventListener('click', () => {
      find(root, 'lab-drawer', LabDrawer).close();
      views.show('result');
      // `scrollIntoView()` would scroll the page's own frame too, tabs and all, though nothing shows that it can.
      const results = find(root, '.results', HTMLElement);
      results.scrollTop +=
        exchanges.getBoundingClientRect().top - results.getBoundingClientRect().top;
      exchanges.focus({ preventScroll: true });
    });
  }
}

/** Rejects when the server does not answer: nobody could come. */
async function lend(lab: LabContext): Promise<Omit<LivePanelHost, 'showLabel'>> {
  const { root, page, kit, code } = lab;
  if (!(await kit.connection.ask())) throw new Error('The server does not answer');
  const [files, packages] = await Promise.all([code.files, livePackages(lab)]);
  return {
    ownFiles: () => Object.fromEntries(page.files.map((path) => [path, files.sources[path] ?? ''])),
    program: () => liveProgram(lab),
    sandbox: await kit.sandbox(packages),
    goTo: (location) => {
      void code.goTo(location);
    },
    exchanges: find(root, '[data-exchanges]', HTMLElement),
  };
}
