// Reads one step folder: its consigne, its checks' names, and the programs that test the grader.
import { checkOfQuestion } from '../grading/index.ts';
import type { Problems } from './broken-course.ts';
import type { SourceFiles, Step } from './types.ts';
import { REASONS } from './messages.ts';
import type { NumberedFolder } from './numbered-folder.ts';
import { readSourceFolder, readVariants, readWrongVariants } from './programs.ts';
import { readChecks } from './read-checks.ts';
import { readDocument } from './read-document.ts';
import { readSignatures } from './read-signatures.ts';
import { stepSchema } from './schemas.ts';
import { reportLooseEnds, reportMismatches, type StepHead } from './step-consistency.ts';

/** `null` when the step is too broken to go on; every problem met is in `problems`. */
export async function loadStep(
  root: string,
  lab: NumberedFolder & { readonly address: string },
  folder: NumberedFolder,
  problems: Problems,
): Promise<Step | null> {
  const head = await readHead(root, folder, problems);
  const module = await readChecks(root, folder.path, problems);
  if (head === null) return null;
  const step = {
    number: `${lab.number}.${folder.number}`,
    id: `${lab.slug}/${folder.slug}`,
    slug: folder.slug,
    address: `${lab.address}${lab.number}-${folder.number}/`,
    folder: folder.path,
    ...head,
    ...(await readPrograms(root, folder.path, head.files, problems)),
    signatures: await readSignatures(root, folder.path, head.misconceptions, problems),
    checks: [...(module?.checks ?? []), ...head.questions.map(summaryOf)],
  };
  if (module !== null) {
    reportMismatches(folder.path, head, module, problems);
    reportLooseEnds(step, problems);
  }
  return step;
}

async function readHead(
  root: string,
  folder: NumberedFolder,
  problems: Problems,
): Promise<StepHead | null> {
  const file = `${folder.path}/step.md`;
  const document = await readDocument(root, file, stepSchema, problems);
  if (document === null) return null;
  if (document.body === '') problems.add(file, REASONS.noInstructions);
  return { ...document.head, live: document.head.live ?? null, instructions: document.body };
}

function summaryOf({ id, title, rfc }: Step['questions'][number]): Step['checks'][number] {
  return { id: checkOfQuestion(id), title, rfc };
}

/** A step without files has only questions, and `candidatesOf()` makes its candidates from them. */
async function readPrograms(
  root: string,
  folder: string,
  files: readonly string[],
  problems: Problems,
): Promise<Pick<Step, 'starter' | 'solution' | 'right' | 'wrong'>> {
  if (files.length === 0) return { starter: {}, solution: {}, right: [], wrong: [] };
  const place = { root, folder, files, problems };
  return {
    starter: await completeSources(root, `${folder}/starter`, files, problems),
    solution: await completeSources(root, `${folder}/solution`, files, problems),
    right: await readVariants(place, 'right', REASONS.noRight),
    wrong: await readWrongVariants(place),
  };
}

async function completeSources(
  root: string,
  folder: string,
  files: readonly string[],
  problems: Problems,
): Promise<SourceFiles> {
  const sources = await readSourceFolder(root, folder);
  if (sources === null) {
    problems.add(folder, REASONS.missingFolder);
    return {};
  }
  for (const file of files) {
    if (!Object.hasOwn(sources, file)) problems.add(`${folder}/${file}`, REASONS.missingFile);
  }
  return sources;
}
