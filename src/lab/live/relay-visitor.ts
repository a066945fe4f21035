// Joins one visitor's stream to a connection of the student's server: every byte, each half-close, each reset, and no credit more.
import type { IncomingStream, Mux, MuxStream } from '../../mux/index.ts';
import type { ConnectionTap } from './wire-tap.ts';

export type VisitorPath = {
  /** The multiplexer that ends in the student's worker. */
  readonly student: Mux;
  /** On which the student's server listens there. */
  readonly port: number;
  readonly tap: ConnectionTap;
  /** Told of the id by which the relay knows the visitor, once the student's server has taken the connection. */
  readonly accepted?: (streamId: number) => void;
};

/**
 * ```text
 *   offered ──the student's server listens──► joined ──both ends, or a reset──► over
 *      └──it does not──► refused
 * ```
 * A side consumes what it received only when the other has taken it: a paused reader stops its writer, end to end.
 */
export function relayVisitor(incoming: IncomingStream, path: VisitorPath): void {
  const { student, port, tap } = path;
  const inner = student.open({ ...incoming.metadata, port });
  let outer: MuxStream | null = null;
  inner.handle({
    opened: () => {
      outer = incoming.accept();
      path.accepted?.(outer.id);
      receive(outer, inner, tap);
    },
    data: (bytes, consumed) => {
      tap.bytes('sent', bytes);
      outer?.write(bytes, consumed);
    },
    end: () => {
      tap.ended('sent', 'fin');
      outer?.end();
    },
    reset: () => {
      tap.ended('both', 'reset');
      if (outer === null) incoming.refuse();
      else outer.reset();
    },
  });
}

function receive(visitor: MuxStream, server: MuxStream, tap: ConnectionTap): void {
  visitor.handle({
    data: (bytes, consumed) => {
      tap.bytes('received', bytes);
      server.write(bytes, consumed);
    },
    end: () => {
      tap.ended('received', 'fin');
      server.end();
    },
    reset: () => {
      tap.ended('both', 'reset');
      server.reset();
    },
  });
}
