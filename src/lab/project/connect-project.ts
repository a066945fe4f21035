// « Télécharger le projet »: the student's chat as a Node project, in one file.
import { projectWords } from '../../i18n/project.ts';
import { element, find } from '../element.ts';
import type { LabContext } from '../lab-context.ts';
import { projectParts } from './lab-project.ts';

export function connectProject(lab: LabContext): void {
  const section = lab.root.querySelector('.project');
  if (!(section instanceof HTMLElement)) return;
  const said = find(section, '[role=status]', HTMLElement);
  find(section, '[data-download]', HTMLElement).addEventListener('click', () => {
    download(lab).then(
      (sentence) => {
        said.textContent = sentence;
      },
      () => {
        said.textContent = projectWords.failed;
      },
    );
  });
}

async function download(lab: LabContext): Promise<string> {
  const [{ projectFiles, zipProject }, parts] = await Promise.all([
    import('./make-project.ts'),
    projectParts(lab),
  ]);
  const files = projectFiles(parts);
  const archive = new Blob([zipProject(projectWords.folder, files)], { type: 'application/zip' });
  const href = URL.createObjectURL(archive);
  element('a', { href, download: projectWords.archive }).click();
  // The browser has taken hold of the blob by the next turn at the latest.
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 1_000);
  const count = (from: string): number => files.filter((file) => file.from === from).length;
  return projectWords.done(count('student'), count('solution'));
}
