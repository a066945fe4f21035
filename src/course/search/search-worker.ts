// The search of the course, in a worker: Pagefind needs WebAssembly, which the policy of our pages refuses.
// Its own policy, sent with this script, allows it here alone: `docs/decisions/0008`.
import * as v from 'valibot';
import { isNear } from './is-near.ts';
import { queryVariants, type Synonyms } from './query-variants.ts';
import { readExcerpt } from './read-excerpt.ts';
import type { SearchAnswer, SearchQuestion, SearchResult } from './search-messages.ts';

const FOLDER = '/pagefind/';
const MOST_RESULTS = 12;
/** Words of an excerpt. */
const EXCERPT = 24;
/** What was asked for comes before what means the same. */
const VARIANT_WEIGHT = 0.6;

type Found = { readonly id: string; readonly score: number; data(): Promise<Data> };
type Data = {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
};
/** What we use of Pagefind's module, which the build writes beside its index. */
type Engine = {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly Found[] }>;
};

const SynonymsSchema = v.array(v.array(v.string()));

type Ready = { readonly engine: Engine; readonly synonyms: Synonyms };
let ready: Promise<Ready> | undefined;

async function load(): Promise<Ready> {
  // A variable: the bundler has nothing to bundle here.
  const address = new URL(`${FOLDER}pagefind.js`, location.origin).href;
  const [engine, response] = await Promise.all([
    import(/* @vite-ignore */ address) as Promise<Engine>,
    fetch(`${FOLDER}synonymes.json`),
  ]);
  await engine.options({
    basePath: FOLDER,
    baseUrl: '/',
    excerptLength: EXCERPT,
    excerptEllipsis: '…',
    // This is a worker already.
    noWorker: true,
  });
  await engine.init();
  return { engine, synonyms: v.parse(SynonymsSchema, await response.json()) };
}

async function search({ id, query }: SearchQuestion): Promise<SearchAnswer> {
  try {
    // A failure is not kept: the server may be back for the next question.
    ready ??= load();
    const { engine, synonyms } = await ready;
    const variants = queryVariants(query, synonyms);
    const found = await searchVariants(engine, variants);
    const read = await Promise.all(found.slice(0, MOST_RESULTS).map(readResult));
    const results = read.filter((result) => isNear(result, variants));
    // The best ones first: where some of them have nothing to do with it, nothing after them has.
    const total = results.length < read.length ? results.length : found.length;
    return { id, status: 'found', total, results };
  } catch (error) {
    console.warn(error);
    ready = undefined;
    return { id, status: 'unavailable' };
  }
}

/** Every result once, the best score first. */
async function searchVariants(
  engine: Engine,
  variants: readonly string[],
): Promise<readonly Found[]> {
  const best = new Map<string, { readonly found: Found; readonly score: number }>();
  for (const [index, variant] of variants.entries()) {
    const { results } = await engine.search(variant);
    for (const found of results) {
      const score = found.score * (index === 0 ? 1 : VARIANT_WEIGHT);
      if ((best.get(found.id)?.score ?? -1) < score) best.set(found.id, { found, score });
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score).map(({ found }) => found);
}

async function readResult(found: Found): Promise<SearchResult> {
  const { url, excerpt, meta } = await found.data();
  const title = meta.title ?? url;
  return { title, place: meta.place ?? '', address: url, excerpt: readExcerpt(excerpt, title) };
}

self.addEventListener('message', (event: MessageEvent<SearchQuestion>) => {
  void search(event.data).then((answer) => {
    self.postMessage(answer);
  });
});
