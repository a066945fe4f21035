// Puts the parts of a student's page together, within limits; what is served is written anew from what was understood.
import {
  PAGE_LIMITS,
  parseStudentPage,
  type PageRefusal,
  type PagePart,
} from '../../live/index.ts';
import type { TokenBucket } from '../token-bucket.ts';

export type UploadOutcome =
  | { readonly kind: 'more' }
  | { readonly kind: 'kept'; readonly json: Buffer }
  | { readonly kind: 'refused'; readonly reason: PageRefusal }
  /** Parts that do not follow each other: no page of ours sends them. */
  | { readonly kind: 'violation' };

type Upload = {
  readonly of: number;
  next: number;
  text: string;
  /** Of what came, in bytes of UTF-8. */
  bytes: number;
  /** It was answered already: the rest is let by. */
  isRefused: boolean;
};

const MORE: UploadOutcome = { kind: 'more' };

//   idle ──part 0──► receiving ──last part──► idle (kept, or refused)
//                     └──too much, too often──► refused ──last part──► idle
export class PageUpload {
  readonly #budget: Pick<TokenBucket, 'tryTake'>;
  #upload: Upload | null = null;

  /** One token is what one page costs. */
  constructor(budget: Pick<TokenBucket, 'tryTake'>) {
    this.#budget = budget;
  }

  push({ part, of, text }: PagePart): UploadOutcome {
    // A first part begins anew: what was under way is given up.
    if (part === 0) {
      this.#upload = { of, next: 0, text: '', bytes: 0, isRefused: false };
      if (!this.#budget.tryTake()) return this.#refuse('too-often');
    }
    const upload = this.#upload;
    if (upload?.next !== part || upload.of !== of) return { kind: 'violation' };
    upload.next += 1;
    if (upload.isRefused) return this.#endAfter(upload, MORE);
    upload.bytes += Buffer.byteLength(text);
    if (of > PAGE_LIMITS.parts || upload.bytes > PAGE_LIMITS.bytes)
      return this.#refuse('too-large');
    upload.text += text;
    if (upload.next < of) return MORE;
    const page = parseStudentPage(upload.text);
    this.#upload = null;
    return page === null
      ? { kind: 'refused', reason: 'unsound' }
      : { kind: 'kept', json: Buffer.from(JSON.stringify(page)) };
  }

  #refuse(reason: PageRefusal): UploadOutcome {
    const upload = this.#upload;
    if (upload === null) return { kind: 'violation' };
    upload.isRefused = true;
    upload.text = '';
    if (reason === 'too-often') upload.next = 1;
    return this.#endAfter(upload, { kind: 'refused', reason });
  }

  #endAfter(upload: Upload, outcome: UploadOutcome): UploadOutcome {
    if (upload.next >= upload.of) this.#upload = null;
    return outcome;
  }
}
