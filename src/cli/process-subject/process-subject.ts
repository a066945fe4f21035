// The Subject of the command line: a student's files under real Node, in a child process of their own.
import { createAgentSubject } from '../../grading/agent-subject.ts';
import type { CreateSubject } from '../../grading/subject.ts';
import { AGENT } from './agent-file.ts';
import { ProcessLink } from './process-link.ts';
import { createStudentFolder } from './student-folder.ts';

/** Copies the files to a temporary folder and starts Node there; both are gone once the subject has been disposed. */
export const createProcessSubject = processSubjects(AGENT);

/** As `createProcessSubject`, with another file for the same agent (`bundleAgent()`). */
export function processSubjects(agent: string): CreateSubject {
  return async (options) => {
    const folder = await createStudentFolder(options.files);
    return createAgentSubject(new ProcessLink(folder, agent), options);
  };
}
