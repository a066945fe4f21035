// The Node globals that npm packages use freely: the bundler points their free identifiers here, whatever the student does to `globalThis`.
export { Buffer } from './buffer/index.ts';
export { process } from './process.ts';
export { clearImmediate, setImmediate } from './timers.ts';
