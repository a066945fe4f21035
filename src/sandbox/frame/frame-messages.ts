// What the page and the opaque frame say to each other; the frame never carries the student's results.

/** The frame's first word on `window`: its document is there and waits for its port. */
export const FRAME_READY = 'trame:frame-ready';

/** Page to frame and back, on `window`: is its process still there? */
export const FRAME_PING = 'trame:frame-ping';
export const FRAME_PONG = 'trame:frame-pong';

/** The page's first word on `window`, with the frame's port: the text of the worker's runtime. */
export type FrameBoot = { readonly type: 'trame:frame-boot'; readonly runtime: string };

/** Page → frame, over the port. `worker` numbers are chosen by the page and never used twice. */
export type FrameCommand =
  /** Starts a worker and hands it the transferred ports: control, then those of its network. */
  | { readonly type: 'spawn'; readonly worker: number }
  | { readonly type: 'terminate'; readonly worker: number }
  /** Where is the syntax error of this module? Its text is parsed and can never run. */
  | { readonly type: 'locate-syntax'; readonly request: number; readonly source: string }
  | { readonly type: 'ping'; readonly request: number };

/** Line and column are 1-based, in the source as it was given; WebKit names no column. */
export type SyntaxFault = {
  readonly message: string;
  readonly line: number;
  readonly column: number | null;
};

/** Frame → page, over the port. */
export type FrameReport =
  | { readonly type: 'terminated'; readonly worker: number }
  /** The worker's script could not start: the browser refused it, or the runtime itself threw. */
  | { readonly type: 'worker-failed'; readonly worker: number; readonly message: string }
  | {
      readonly type: 'syntax-located';
      readonly request: number;
      readonly fault: SyntaxFault | null;
    }
  | { readonly type: 'pong'; readonly request: number };

/** Why a realm failed whose page went away by itself, before or after it was ready. */
export const PAGE_LEFT = 'page-left';

/** Page → worker, relayed by the frame with the ports before any student code is there. */
export const WORKER_BOOT = 'trame:worker-boot';
