// `npm run -s catalog`: lists the labs and their steps under their published names.
import type { Course } from '../catalog/index.ts';
import { openCourse } from './course-on-disk.ts';
import { CATALOG_TEXT, HELP, USAGE } from './messages.ts';
import { readArguments } from './read-arguments.ts';
import { column } from './terminal.ts';
import { EXIT, runCommand } from './wrong-use.ts';

await runCommand(async () => {
  const { json } = readArguments(process.argv.slice(2), {
    usage: USAGE.catalog,
    help: HELP.catalog,
    positions: 0,
  });
  const course = await openCourse();
  process.stdout.write(json ? `${JSON.stringify(published(course), null, 2)}\n` : listing(course));
  return EXIT.pass;
});

/** What other programs may rely on: names and addresses, no sources. */
function published(course: Course) {
  return {
    labs: course.labs.map(({ number, slug, title, address, steps }) => ({
      number,
      slug,
      title,
      address,
      steps: steps.map((step) => ({
        number: step.number,
        id: step.id,
        title: step.title,
        address: step.address,
        minutes: step.minutes,
        rfc: step.rfc,
        files: step.files,
        checks: step.checks,
      })),
    })),
  };
}

function listing(course: Course): string {
  if (course.labs.length === 0) return `${CATALOG_TEXT.empty}\n`;
  const lines = course.labs.flatMap((lab) => [
    CATALOG_TEXT.lab(lab.number, lab.title, lab.slug),
    ...lab.steps.map((step) => {
      const minutes = CATALOG_TEXT.minutes(step.minutes);
      return `  ${column(step.number, 5)}${column(step.id, 28)}${column(minutes, 8)}${step.title}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}
