// Going online: what a page needs to put a student's server before real browsers.
export {
  goOnline,
  type GoOnlineOptions,
  type OnlineServer,
  type OnlineState,
  type Visits,
} from './online-server.ts';
export { liveAddresses, type LiveAddresses } from './addresses.ts';
export type { LiveFailure, LiveStep } from './start-server.ts';
export type { Visitor } from './visitor-log.ts';
