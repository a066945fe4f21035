// Runs one case of the contract with the browser's own `WebSocket`.
import { WEB_SOCKET_CONTRACT } from '../../src/browser-websocket/contract/index.ts';

declare global {
  interface Window {
    runContract(title: string, base: string): Promise<unknown>;
  }
}

window.runContract = async (title, base) => {
  const found = WEB_SOCKET_CONTRACT.find((entry) => entry.title === title);
  if (found === undefined) throw new Error(`No case « ${title} »`);
  return found.run({ WebSocket, base });
};
