// One page under many seeds: after the first, in pages that serve again, and only agreement is believed.
import { gradeSeeds, gradeStep, type Report, signatureOf } from '../../grading/index.ts';
import { RecycledPages } from './recycled-pages.ts';

type PageSeeds = Parameters<typeof gradeSeeds>[0];

/**
 * The reports of `gradeStep()`, one for each seed. The first seed has nothing but fresh pages. What a later one says in
 * pages that have served counts only where it says the same; else the program is graded again, in fresh ones.
 */
export async function gradePageSeeds(options: PageSeeds): Promise<readonly Report[]> {
  const [first, ...others] = options.seeds;
  if (first === undefined) return [];
  const model = await gradeStep({ ...options, seed: first });
  // A program that ends its pages, or keeps them waiting, leaves nothing to serve again.
  if (model.tests.some(({ status }) => status !== 'pass' && status !== 'fail')) {
    return [model, ...(await gradeSeeds({ ...options, seeds: others }))];
  }
  const pages = new RecycledPages(options.createSubject);
  try {
    const reports = [model];
    for (const seed of others) {
      const cheap = await gradeStep({ ...options, seed, createSubject: pages.createSubject });
      const isAlike = signatureOf(cheap) === signatureOf(model);
      reports.push(isAlike ? cheap : await gradeStep({ ...options, seed }));
    }
    return reports;
  } finally {
    await pages.close();
  }
}
