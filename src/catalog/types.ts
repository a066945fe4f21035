// The shape of the course once it has been read and validated: what pages, commands and graders share.
import type { Question, Signatures } from '../grading/index.ts';

/** Sources by path relative to the student's directory (`poignee/accept.js`). */
export type SourceFiles = Readonly<Record<string, string>>;

export type Course = {
  /** In order. Labs that are not written yet are simply not there. */
  readonly labs: readonly Lab[];
};

export type Lab = {
  readonly number: number;
  /** English, published: `handshake`. */
  readonly slug: string;
  readonly title: string;
  /** French address on screen: `/labos/poignee-de-main/`. */
  readonly address: string;
  /** Markdown. */
  readonly introduction: string;
  readonly steps: readonly Step[];
  /** What puts the files of the steps together into one program, given to students (`project/`); none in most labs. */
  readonly project: SourceFiles;
};

export type CheckSummary = {
  readonly id: string;
  readonly title: string;
  readonly rfc: string | null;
};

export type Step = {
  /** `1.3`. */
  readonly number: string;
  /** Published, English: `handshake/accept`. */
  readonly id: string;
  readonly slug: string;
  /** `/labos/poignee-de-main/1-3/`. */
  readonly address: string;
  /** Relative to the root of the repository, with forward slashes: `labs/01-handshake/03-accept`. */
  readonly folder: string;
  readonly title: string;
  readonly minutes: number;
  /** Sections of RFC 6455: `§4.2.2`. */
  readonly rfc: readonly string[];
  /** The files the student writes, the first one open in the editor; none where there are only questions. */
  readonly files: readonly string[];
  /** From the most general to the nearest to the answer; each is Markdown on one line. */
  readonly hints: readonly [string, string, string];
  /** Explanations in Markdown, by id; each is illustrated by at least one `wrong` program. */
  readonly misconceptions: Readonly<Record<string, string>>;
  /** Which misconceptions fail which checks; empty until the graders' command has written `signatures.json`. */
  readonly signatures: Signatures;
  /** Bare packages the student may import beside the permitted `node:` modules. */
  readonly packages: readonly string[];
  /** In order. */
  readonly questions: readonly Question[];
  /** How the server of this step is made when it goes online; `null` where there is none. */
  readonly live: Live | null;
  /** The consigne, in Markdown. */
  readonly instructions: string;
  readonly starter: SourceFiles;
  readonly solution: SourceFiles;
  readonly right: readonly Variant[];
  readonly wrong: readonly WrongVariant[];
  /** In the order of `checks.ts`, then one for each question. */
  readonly checks: readonly CheckSummary[];
};

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The call that makes a server, on the first of the step's files, or on a module of the lab's project. */
export type Live = {
  /** `creerServeur`. */
  readonly export: string;
  /** Its only argument. */
  readonly options: Readonly<Record<string, JsonValue>>;
  /** In the lab's `project/` (`chat/assemblage.js`): the steps' files together are then what goes online. */
  readonly module?: string | undefined;
  /** The module that starts the page given to visitors, beside its `index.html` (`chat/page/demarrage.js`). */
  readonly page?: string | undefined;
  /** What a visitor's address ends with: `/chat`. */
  readonly path: string;
};

/** One program of `right/` or `wrong/`, laid over nothing: `files` is all of it. */
export type Variant = {
  /** `right/two-updates.js`, or `right/re-exported` for a folder. */
  readonly name: string;
  readonly files: SourceFiles;
};

export type WrongVariant = Variant & {
  /** The check that must reject it. */
  readonly killer: string;
  /** Whether every other check must let it pass. */
  readonly onlyKiller: boolean;
  /** Key of `Step.misconceptions`; `null` when the mistake needs no explanation of its own. */
  readonly misconception: string | null;
};
