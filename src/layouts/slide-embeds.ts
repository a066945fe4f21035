// The interactive figures that slides and course pages may hold, by tag name: their static forms, for the build.
import type { Embeds } from '../deck/embeds.ts';

export const SLIDE_EMBEDS: Embeds = {};
