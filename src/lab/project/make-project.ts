// What only a download needs, in one script fetched at the press.
export { projectFiles } from './project-files.ts';
export { zipProject } from './zip-project.ts';
