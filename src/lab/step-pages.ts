// The pages of a lab's steps, held in memory as the server wrote them, so that any can be shown when it no longer answers.
import { find } from './element.ts';
import { readStepPage, type StepPage } from './step-page.ts';

export type HeldPage = {
  readonly title: string;
  readonly step: StepPage;
  /** A new `<lab-page>`, not yet in the document. */
  readonly create: () => HTMLElement;
};

/** The page was fetched, but a newer build of the site wrote it: only a real navigation can show it. */
export class NewerSite extends Error {
  override readonly name = 'NewerSite';
}

export class StepPages {
  readonly #held = new Map<string, HeldPage>();
  readonly #assets: string;

  /** Holds the page on the screen too. To be made before the page's elements get their behaviour. */
  constructor() {
    this.#assets = assetsOf(document);
    this.#held.set(location.pathname, hold(document));
  }

  /** `address`: `/labos/poignee-de-main/1-3/`. */
  get(address: string): HeldPage | null {
    return this.#held.get(address) ?? null;
  }

  /** Rejects with `NewerSite`, or when the server does not answer with a step's page. */
  async fetch(address: string): Promise<HeldPage> {
    const held = this.#held.get(address);
    if (held !== undefined) return held;
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const fetched = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (assetsOf(fetched) !== this.#assets) throw new NewerSite(address);
    const page = hold(fetched);
    this.#held.set(address, page);
    return page;
  }
}

/** Copied into a document that never runs: elements stay as written, scripts and frames included. */
function hold(source: Document): HeldPage {
  const inert = document.implementation.createHTMLDocument();
  const kept = inert.importNode(find(source, 'lab-page', Element), true);
  // Parsed without scripts, its content is plain elements: it would be shown.
  for (const element of kept.querySelectorAll('noscript')) element.remove();
  return {
    title: source.title,
    step: readStepPage(kept),
    create: () => document.importNode(kept, true) as HTMLElement,
  };
}

/** Names with a hash: they differ when anything in them does. */
function assetsOf(page: Document): string {
  const assets = page.querySelectorAll('script[type=module][src], link[rel=stylesheet]');
  return [...assets]
    .map((asset) => asset.getAttribute('src') ?? asset.getAttribute('href'))
    .sort()
    .join('\n');
}
