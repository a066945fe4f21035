// The script of the opaque page: starts and stops workers for its parent, and never runs a student's code itself.
import { WORKER_BOOT } from './frame-messages.ts';
import { serveLab } from './serve-page.ts';

serveLab((runtime) => {
  const runtimeUrl = URL.createObjectURL(new Blob([runtime], { type: 'text/javascript' }));
  return (id, ports, failed) => {
    // A module worker cannot start from a blob in an opaque origin (Chromium): the runtime is a classic script.
    const worker = new Worker(runtimeUrl, { name: `trame-${String(id)}` });
    worker.onerror = (event) => {
      event.preventDefault();
      failed(event.message);
    };
    worker.postMessage(WORKER_BOOT, [...ports]);
    return worker;
  };
});
