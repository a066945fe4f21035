// What the inspector lists: one entry for each thing that crossed a connection, in the order of its first byte.
import type {
  FrameHeader,
  ProtocolErrorCode,
  RequestHead,
  ResponseHead,
} from '../../wire/index.ts';
import type { KeptBytes } from './kept-bytes.ts';
import type { WireDirection } from './wire-event.ts';

/** Whoever wrote the bytes: a client asks and masks, a server answers and does not. */
export type Sender = 'client' | 'server';

/** A rule that the bytes break. */
export type Fault = {
  readonly code: ProtocolErrorCode;
  readonly rfc: string;
  /** Of the first byte at fault, in bytes from the first byte of the entry. */
  readonly offset: number;
};

/** `cut`: the connection ended, or bytes were not kept, in the middle. */
export type Progress = 'coming' | 'whole' | 'cut';

/**
 * Why bytes are shown as they are.
 * - `later`: they are frames, which a later lab teaches to read;
 * - `refused`: no 101 came, so they are no frames: the body of an HTTP answer, for instance;
 * - `after-fault`: a receiver stops reading there;
 * - `after-close`: nothing counts after a Close frame (RFC 6455 §1.4);
 * - `after-gap`: bytes before them were not kept.
 */
export type RawReason = 'later' | 'refused' | 'after-fault' | 'after-close' | 'after-gap';

type Common = {
  /** From 1, over all connections. */
  readonly number: number;
  readonly connection: number;
  /** Of the first byte, in milliseconds since the page's run began. */
  readonly at: number;
  /** Grows with each change: a view compares it with the one it has drawn. */
  revision: number;
};

type Carried = Common & {
  readonly direction: WireDirection;
  readonly sender: Sender;
  readonly bytes: KeptBytes;
};

export type OpenedEntry = Common & { readonly kind: 'opened'; readonly label: string };

export type EndedEntry = Common & {
  readonly kind: 'ended';
  readonly direction: WireDirection | 'both';
  readonly how: 'fin' | 'reset';
};

export type HeadEntry = Carried & {
  readonly kind: 'head';
  progress: Progress;
  fault: Fault | null;
} & (
    | { readonly message: 'request'; parsed: RequestHead | null }
    | {
        readonly message: 'response';
        parsed: ResponseHead | null;
        /** What it answers, once the request has been read. */
        readonly request: RequestHead | null;
      }
  );

export type FrameEntry = Carried & {
  readonly kind: 'frame';
  progress: Progress;
  /** Once it has come whole. */
  header: FrameHeader | null;
  readonly faults: Fault[];
  /** The opcode of the message to which a data frame belongs; null for control frames, and when nothing began. */
  messageOpcode: number | null;
  /** The message was compressed by an extension (RSV1): its payload is no text yet. */
  compressed: boolean;
};

export type RawEntry = Carried & { readonly kind: 'raw'; readonly why: RawReason };

export type Entry = OpenedEntry | EndedEntry | HeadEntry | FrameEntry | RawEntry;

/** How many bytes the frame has in all, header included; null until its header has come. */
export function frameSize({ header }: FrameEntry): number | null {
  return header === null ? null : header.headerSize + header.payloadLength;
}
