// The worker of `steadyTicks()`: says a number back after so many milliseconds.

export type TickOrder = { readonly number: number; readonly milliseconds: number };

addEventListener('message', ({ data: { number, milliseconds } }: MessageEvent<TickOrder>) => {
  setTimeout(() => {
    postMessage(number);
  }, milliseconds);
});
