// A question of a step as data: what `step.md` says of it, and what the seed adds where its values are drawn.
import type { Random } from './random.ts';

/** Texts are Markdown on one line. */
export type Question = {
  /** `navigateur`: its check is `CQ-navigateur`, its key in `reponses.json` is `1.8/navigateur`. */
  readonly id: string;
  /** What the check is called in a report. */
  readonly title: string;
  /** What is asked; `{name}` stands for a drawn value. */
  readonly text: string;
  /** `§4.2.2` of RFC 6455, or another standard by its name: `WHATWG WebSockets §2.2`. */
  readonly rfc: string | null;
  readonly answer: QuestionAnswer;
};

export type QuestionAnswer =
  | ChoiceAnswer
  | BytesAnswer
  /** What is asked and what is right come from the seed, by a `draws` function of `checks.ts`. */
  | { readonly kind: 'drawn' };

export type ChoiceAnswer = {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** Id of the right option. */
  readonly right: string;
};

export type Option = {
  readonly id: string;
  readonly label: string;
  /** Why one believes it and what is true; for the right one, why it is right. */
  readonly explanation: string;
};

/** Bytes that are typed in hexadecimal: `7f`, `7F`, `0x7f 0x9f`. */
export type BytesAnswer = {
  readonly kind: 'bytes';
  /** Two lower-case digits a byte, without spaces: `7f9f`. */
  readonly bytes: string;
  /** Why it is right. */
  readonly explanation: string;
  /** Wrong answers that have a known cause, the first that matches being named. */
  readonly mistakes: readonly BytesMistake[];
};

export type BytesMistake = {
  /** As `BytesAnswer.bytes`. */
  readonly answer: string;
  readonly explanation: string;
};

/** What a seed decides of a question: the values that its text names, and the answer to them. */
export type Drawn = Omit<BytesAnswer, 'kind'> & {
  /** By the name that stands between braces in the question's text. */
  readonly values: Readonly<Record<string, string>>;
};

/** `checks.ts` gives one for each question that `step.md` marks `drawn: true`. */
export type Draw = (random: Random) => Drawn;
