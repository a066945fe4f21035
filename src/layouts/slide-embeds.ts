// The interactive figures that slides and course pages may hold, by tag name: their static forms, for the build.
import type { Embeds } from '../deck/embeds.ts';
import { STATIC_FORMS } from '../demos/static-forms.ts';
import { supportTable } from './support-table.ts';

export const SLIDE_EMBEDS: Embeds = { ...STATIC_FORMS, 'support-table': supportTable };
