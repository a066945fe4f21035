// Makes the student's index.html the frame's document, and says of it what a browser's policy would refuse.
import { append, getterOf, methodOf } from '../../../evidence/primordials.ts';

/** What the site's policy, or the frame, does not let a page do. */
export type PageFault =
  /** `<script>` with code inside. */
  | { readonly kind: 'inline-script'; readonly text: string }
  /** `onclick="…"`, or an address that is code. */
  | {
      readonly kind: 'handler';
      readonly element: string;
      readonly attribute: string;
      readonly value: string;
    };

export type PageAtStart = {
  readonly file: string | null;
  readonly faults: readonly PageFault[];
  /** Addresses of its scripts. */
  readonly scripts: readonly string[];
};

const rootOf = getterOf(Document.prototype, 'documentElement') as (
  page: Document,
) => Element | null;
const styleOf = getterOf(HTMLElement.prototype, 'style');
const setStyle = methodOf(CSSStyleDeclaration.prototype, 'setProperty');
const own = document;

const SHOWN = 80;
const FAULTS_SHOWN = 20;

/** Would leave, load, or change what addresses mean; the policy stops each, some by losing the frame. */
const LEFT_OUT = 'script, base, link, meta[http-equiv], iframe, frame, frameset, object, embed';

/** The page of a module stands beside it, or is the only one. */
export function pageFileOf(
  files: Readonly<Record<string, string>>,
  modules: readonly string[],
): string | null {
  const [main = ''] = modules;
  const beside = `${main.slice(0, main.lastIndexOf('/') + 1)}index.html`;
  if (Object.hasOwn(files, beside)) return beside;
  const pages = Object.keys(files).filter((file) => file.endsWith('.html'));
  return pages.length === 1 ? (pages[0] ?? null) : null;
}

/** Before any student code: the document's elements are the file's from here on. Nothing in it runs. */
export function showPage(file: string | null, html: string): PageAtStart {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const faults: PageFault[] = [];
  const scripts: string[] = [];
  for (const element of parsed.querySelectorAll('*')) examine(element, faults, scripts);
  for (const element of parsed.querySelectorAll(LEFT_OUT)) {
    if (element.localName !== 'script' || isRun(element)) element.remove();
  }
  document.documentElement.replaceWith(document.adoptNode(parsed.documentElement));
  return { file, faults, scripts };
}

/** A page that was stopped is not laid out: with a million elements that takes the lab's own thread, in Firefox, for seconds. */
export function hidePage(): void {
  const root = rootOf(own);
  if (root !== null) setStyle(styleOf(root), 'display', 'none', 'important');
}

function examine(element: Element, faults: PageFault[], scripts: string[]): void {
  if (element.localName === 'script') {
    const source = element.getAttribute('src');
    if (source !== null) append(scripts, source);
    else if (isRun(element) && element.textContent.trim() !== '') {
      report(faults, { kind: 'inline-script', text: cut(element.textContent) });
    }
  }
  for (const { name, value } of element.attributes) {
    const isCode = /^\s*javascript:/i.test(value);
    if (!isCode && !name.startsWith('on')) continue;
    const fault = { element: element.localName, attribute: name, value: cut(value) };
    report(faults, { kind: 'handler', ...fault });
  }
}

/** A block of data is no code: `<script type="application/json">` stays. What a browser runs, or reads as rules, does not. */
function isRun(script: Element): boolean {
  const type = (script.getAttribute('type') ?? '').trim().toLowerCase();
  return /^$|^module$|^importmap$|^speculationrules$|^(?:text|application)\/(?:x-)?(?:java|ecma|live)script/.test(
    type,
  );
}

function report(faults: PageFault[], fault: PageFault): void {
  if (faults.length < FAULTS_SHOWN) append(faults, fault);
}

function cut(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
