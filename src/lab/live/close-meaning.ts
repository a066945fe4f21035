// What the code of a CloseEvent means to a visitor, in one sentence.
import { liveWords } from '../../i18n/live.ts';

const ABNORMAL_CLOSURE = 1006;

/** `wasOpen`: the handshake had succeeded. 1006 never comes from the wire (RFC 6455 §7.1.5): it stands for having no code. */
export function closeMeaning(code: number, wasOpen: boolean): string {
  const words = liveWords.page;
  if (code === ABNORMAL_CLOSURE) return wasOpen ? words.cut : words.refused;
  const known = words.codes[code];
  if (known !== undefined) return known;
  // RFC 6455 §7.4.2: 3000 to 4999 belong to libraries and applications.
  return code >= 3000 && code <= 4999 ? words.ownCode : words.unknownCode;
}
