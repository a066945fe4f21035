// What one may set in the race, and where it starts.
import type { Network } from './simulate.ts';

export const ROUND_TRIPS = [20, 100, 400] as const;
export const RATES = [1000, 10_000, 60_000] as const;
export const POLLS = [1000, 5000, 30_000] as const;

export const USUAL: Network = { roundTrip: 100, between: 10_000, pollEvery: 5000 };
