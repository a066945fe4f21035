// The inspector's face: the element, whoever defines it, and the events that it is told.
export { WireInspector } from './wire-inspector.ts';
export type { WireEvent } from './wire-event.ts';
