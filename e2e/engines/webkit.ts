// The WebKit to test with: Debian's WebKitGTK, its driver, and a display without a screen where there is none.
import { globSync } from 'node:fs';
import { findOnPath, isExecutable } from '../system-programs.ts';

export const WEBKIT_PACKAGES = ['webkit2gtk-driver', 'xvfb'];

/** The small browser that comes with the library. */
const BROWSERS = '/usr/{lib,libexec}/{*/,}webkit{2gtk,gtk}-*/MiniBrowser';

/** Paths of executables. */
export type WebKit = {
  readonly driver: string;
  readonly browser: string;
  readonly display: string;
};

/** All three, or `null`. */
export function findWebKit(): WebKit | null {
  const driver = findOnPath('WebKitWebDriver');
  const browser = globSync(BROWSERS).find(isExecutable) ?? null;
  const display = findOnPath('Xvfb');
  return driver === null || browser === null || display === null
    ? null
    : { driver, browser, display };
}
