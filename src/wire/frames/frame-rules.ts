// What a receiver demands of a frame before it has read more than its first two bytes.
import { ProtocolError } from '../protocol-error.ts';
import type { FrameStart } from './frame-start.ts';
import { isControlOpcode, opcodeName } from './opcode.ts';

/** Which end of the connection we are; the peer is the other one. */
export type Role = 'client' | 'server';

/** In bytes (RFC 6455 §5.5). */
export const MAX_CONTROL_PAYLOAD = 125;

/**
 * No extension is negotiated here, so the reserved bits are all 0.
 * @param role ours: a server receives masked frames, a client receives frames that are not.
 * @throws {ProtocolError} `reserved-bits-set`, `unknown-opcode`, `control-frame-fragmented`,
 *   `control-frame-too-long`, `frame-not-masked`, `frame-masked`; all with close code 1002.
 */
export function checkFrameStart(start: FrameStart, role: Role): void {
  if (start.rsv1 || start.rsv2 || start.rsv3) throw new ProtocolError('reserved-bits-set');
  if (opcodeName(start.opcode) === null) {
    throw new ProtocolError('unknown-opcode', `opcode 0x${start.opcode.toString(16)}`);
  }
  if (isControlOpcode(start.opcode)) {
    if (!start.fin) throw new ProtocolError('control-frame-fragmented');
    if (start.length7 > MAX_CONTROL_PAYLOAD) throw new ProtocolError('control-frame-too-long');
  }
  if (role === 'server' && !start.masked) throw new ProtocolError('frame-not-masked');
  if (role === 'client' && start.masked) throw new ProtocolError('frame-masked');
}
