// Removes what a page has and could leave by, or freeze the lab with. The wall is the policy; WebRTC alone knows none.
import { closeDoors } from '../close-doors.ts';

const DOORS = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'RTCSessionDescription',
  'RTCIceCandidate',
  'frames',
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
}
