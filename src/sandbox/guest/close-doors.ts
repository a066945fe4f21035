// Removes what a worker has and a Node process has not. Comfort and flood control: the wall is the page's policy.

/** Each would fail against the policy without saying why, or talk to the frame without limits. */
const DOORS = [
  'BroadcastChannel',
  'EventSource',
  'FileReaderSync',
  'SharedWorker',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'Worker',
  'XMLHttpRequest',
  'caches',
  'close',
  'cookieStore',
  'fetch',
  'fetchLater',
  'importScripts',
  'indexedDB',
  'location',
  'name',
  'onmessage',
  'onmessageerror',
  'postMessage',
  'webkitRequestFileSystem',
  'webkitRequestFileSystemSync',
  'webkitResolveLocalFileSystemSyncURL',
  'webkitResolveLocalFileSystemURL',
];

/** Deletes them from the global object and from all its prototypes but `Object.prototype`. */
export function closeDoors(global: object): void {
  for (
    let owner: object | null = global;
    owner !== null && owner !== Object.prototype;
    owner = Reflect.getPrototypeOf(owner)
  ) {
    for (const name of DOORS) Reflect.deleteProperty(owner, name);
  }
}
