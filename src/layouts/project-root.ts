// Where the project is on the disk, for the pages that read slides and labs while they are built.

/**
 * A constant of the build, rather than `root` of `astro:config/server`: that module leads to Astro's list of pages,
 * so each page that imports it would be given the styles of every other page's scripts.
 */
export const PROJECT_ROOT: string = __PROJECT_ROOT__;
