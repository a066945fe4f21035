// Reads the two heads that pass on a visitor's connection, and says by RFC 6455 §4.1 whether a client can take the answer.
import {
  checkUpgradeResponse,
  HeadReader,
  headerList,
  headerValues,
  parseExtensions,
  parseRequestHead,
  parseResponseHead,
  parseSubprotocols,
  ProtocolError,
  type Agreement,
  type RequestHead,
} from '../../wire/index.ts';
import { liveWords } from '../../i18n/live.ts';

export type BrokenRule = keyof typeof liveWords.brokenAnswer;

/** The student's answer, as the visitor's client judges it. */
export type Answer =
  | { readonly kind: 'accepted'; readonly subprotocol: string | null }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'broken'; readonly rule: BrokenRule };

const SWITCHING_PROTOCOLS = 101;

/** Fed with what passed, in order; looks no further than the two heads. */
export class HandshakeObserver {
  readonly #requestReader = new HeadReader();
  readonly #responseReader = new HeadReader();
  #request: RequestHead | null = null;
  #isRequestOver = false;
  /** `null` until the answer's head is whole. */
  answer: Answer | null = null;
  /** Bytes have passed after one of the heads. */
  framed = false;

  /** Only browsers say where their page comes from (RFC 6455 §10.2). `null` until the request has come. */
  get isBrowser(): boolean | null {
    return this.#request === null ? null : headerValues(this.#request.fields, 'Origin').length > 0;
  }

  received(bytes: Uint8Array): void {
    if (this.#isRequestOver) {
      this.framed = true;
      return;
    }
    try {
      const head = this.#requestReader.push(bytes);
      if (head === null) return;
      this.#isRequestOver = true;
      this.framed ||= head.rest.length > 0;
      this.#request = parseRequestHead(head.text);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.#isRequestOver = true;
    }
  }

  sent(bytes: Uint8Array): void {
    if (this.answer !== null) {
      this.framed = true;
      return;
    }
    try {
      const head = this.#responseReader.push(bytes);
      if (head === null) return;
      this.framed ||= head.rest.length > 0;
      this.answer = this.#judge(head.text);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.answer = { kind: 'broken', rule: ruleOf(error) };
    }
  }

  /** @throws {ProtocolError} */
  #judge(text: string): Answer {
    const response = parseResponseHead(text);
    // 100 Continue and its like announce another answer; the relay passes none on.
    if (response.status < 200 && response.status !== SWITCHING_PROTOCOLS)
      return { kind: 'broken', rule: 'interim-status' };
    if (response.status !== SWITCHING_PROTOCOLS) {
      return { kind: 'refused', status: response.status };
    }
    const { fields } = this.#request ?? { fields: [] };
    const offered = parseSubprotocols(headerList(fields, 'Sec-WebSocket-Protocol') ?? '') ?? [];
    const agreement: Agreement = checkUpgradeResponse(response, {
      key: headerValues(fields, 'Sec-WebSocket-Key').join(),
      subprotocols: offered,
      extensions: parseExtensions(headerList(fields, 'Sec-WebSocket-Extensions') ?? '') ?? [],
    });
    // WHATWG: a browser that offered some wants one of them.
    if (this.isBrowser === true && offered.length > 0 && agreement.subprotocol === null) {
      return { kind: 'broken', rule: 'no-subprotocol' };
    }
    return { kind: 'accepted', subprotocol: agreement.subprotocol };
  }
}

function ruleOf({ code }: ProtocolError): BrokenRule {
  return Object.hasOwn(liveWords.brokenAnswer, code) ? (code as BrokenRule) : 'other';
}
