// Types that Vite and Astro give to the site's own code, named here so that a fresh clone has them
// before any generated file (`.astro/types.d.ts`) exists.
/// <reference types="astro/client" />

/** Put in by `astro.config.mjs`. */
declare const __PROJECT_ROOT__: string;
