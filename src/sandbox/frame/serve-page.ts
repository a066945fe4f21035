// What the two opaque pages have in common: the port, and the commands of the lab page.
import { locateSyntaxFault } from './locate-syntax.ts';
import {
  FRAME_PING,
  FRAME_PONG,
  FRAME_READY,
  type FrameBoot,
  type FrameCommand,
  type FrameReport,
} from './frame-messages.ts';

/** One realm in which student code will run. */
export type Realm = { terminate(): void };

/** Starts a realm and hands it its ports; `failed` tells that it could not start. */
export type Spawn = (
  id: number,
  ports: readonly MessagePort[],
  failed: (message: string) => void,
) => Realm;

/** Says that the page is there, and obeys whoever first sends it a port and the realms' runtime. */
export function serveLab(createSpawn: (runtime: string) => Spawn): void {
  addEventListener('message', function onBoot(event: MessageEvent<FrameBoot>) {
    const [port] = event.ports;
    if (event.source !== parent || port === undefined) return;
    removeEventListener('message', onBoot);
    obey(port, createSpawn(event.data.runtime));
  });
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source === parent && data === FRAME_PING) parent.postMessage(FRAME_PONG, '*');
  });
  parent.postMessage(FRAME_READY, '*');
}

function obey(port: MessagePort, spawn: Spawn): void {
  const realms = new Map<number, Realm>();
  const report = (message: FrameReport): void => {
    port.postMessage(message);
  };
  port.onmessage = ({ data, ports }: MessageEvent<FrameCommand>) => {
    switch (data.type) {
      case 'spawn': {
        const { worker } = data;
        const failed = (message: string): void => {
          report({ type: 'worker-failed', worker, message });
        };
        realms.set(worker, spawn(worker, ports, failed));
        break;
      }
      case 'terminate':
        realms.get(data.worker)?.terminate();
        realms.delete(data.worker);
        report({ type: 'terminated', worker: data.worker });
        break;
      case 'locate-syntax':
        void locateSyntaxFault(data.source).then((fault) => {
          report({ type: 'syntax-located', request: data.request, fault });
        });
        break;
      case 'ping':
        report({ type: 'pong', request: data.request });
        break;
    }
  };
}
