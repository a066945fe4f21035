// Removes what a page has and could leave by, or freeze the lab with. The wall is the policy; WebRTC alone knows none.
import { closeDoors } from '../close-doors.ts';

const DOORS = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'RTCSessionDescription',
  'RTCIceCandidate',
  // Its templates recurse in the engine, where no guard is called.
  'XSLTProcessor',
  'frames',
  // The lab's own « back » would be theirs.
  'history',
  'navigation',
  'open',
  'opener',
  'parent',
  'print',
];

/** Also deletes what a worker of ours has not. `top` cannot be deleted in any browser. */
export function closePageDoors(global: object): void {
  closeDoors(global);
  for (
    let owner: object | null = global;
    owner !== null && owner !== Object.prototype;
    owner = Reflect.getPrototypeOf(owner)
  ) {
    for (const name of DOORS) Reflect.deleteProperty(owner, name);
  }
  deleteFrom(global, 'Navigator', 'clipboard');
  deleteFrom(global, 'Document', 'execCommand');
  // The policy lets scripts made of blobs run, ours being so: a page that made its own would run code that nothing watches.
  const addresses: unknown = Reflect.get(global, 'URL');
  if (typeof addresses === 'function') Reflect.deleteProperty(addresses, 'createObjectURL');
}

/** A visitor's click is enough for a page to write in their clipboard. */
function deleteFrom(global: object, interfaceName: string, name: string): void {
  const owner: unknown = Reflect.get(global, interfaceName);
  if (typeof owner === 'function') Reflect.deleteProperty(owner.prototype as object, name);
}
