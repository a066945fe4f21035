// Regular ticks of real time, from wherever they come: a page whose tab is hidden gets its own timers once a minute.

/** Calls `callback` about every `milliseconds` until the function returned is called. Ticks that come late are not made up for. */
export type Ticks = (milliseconds: number, callback: () => void) => () => void;

/** By the timers of whoever runs this. */
export const ownTicks: Ticks = (milliseconds, callback) => {
  const timer = setInterval(callback, milliseconds);
  return () => {
    clearInterval(timer);
  };
};
