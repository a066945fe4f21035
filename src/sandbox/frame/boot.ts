// The script of the opaque page: starts and stops workers for its parent, and never runs a student's code itself.
import { locateSyntaxFault } from './locate-syntax.ts';
import {
  FRAME_PING,
  FRAME_PONG,
  FRAME_READY,
  WORKER_BOOT,
  type FrameBoot,
  type FrameCommand,
  type FrameReport,
} from './frame-messages.ts';

const workers = new Map<number, Worker>();

function boot(runtime: string, port: MessagePort): void {
  const runtimeUrl = URL.createObjectURL(new Blob([runtime], { type: 'text/javascript' }));
  const report = (message: FrameReport): void => {
    port.postMessage(message);
  };
  port.onmessage = ({ data, ports }: MessageEvent<FrameCommand>) => {
    switch (data.type) {
      case 'spawn':
        spawn(runtimeUrl, data.worker, ports, report);
        break;
      case 'terminate':
        workers.get(data.worker)?.terminate();
        workers.delete(data.worker);
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

function spawn(
  runtimeUrl: string,
  id: number,
  ports: readonly MessagePort[],
  report: (message: FrameReport) => void,
): void {
  // A module worker cannot start from a blob in an opaque origin (Chromium): the runtime is a classic script.
  const worker = new Worker(runtimeUrl, { name: `trame-${String(id)}` });
  worker.onerror = (event) => {
    event.preventDefault();
    report({ type: 'worker-failed', worker: id, message: event.message });
  };
  workers.set(id, worker);
  worker.postMessage(WORKER_BOOT, [...ports]);
}

addEventListener('message', function onBoot(event: MessageEvent<FrameBoot>) {
  const [port] = event.ports;
  if (event.source !== parent || port === undefined) return;
  removeEventListener('message', onBoot);
  boot(event.data.runtime, port);
});

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source === parent && data === FRAME_PING) parent.postMessage(FRAME_PONG, '*');
});

parent.postMessage(FRAME_READY, '*');
