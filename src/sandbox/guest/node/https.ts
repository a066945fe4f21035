// `node:https`, which exists here only to say that it does not.
import { refuse, Refused } from './tls.ts';

const https = {
  request: refuse,
  get: refuse,
  createServer: refuse,
  Server: Refused,
  Agent: Refused,
  globalAgent: {},
};
export default https;
