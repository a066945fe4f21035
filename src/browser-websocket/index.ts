// The WHATWG `WebSocket` for page code that may reach no network: the standard's class, over byte streams.
export { createWebSocketClass, type WebSocketClass } from './web-socket.ts';
export type { Address, WebSocketHost } from './host.ts';
