// The stream cutter without its script: four ways of cutting the same bytes, and what two receivers deliver.
import { cutter as words } from '../../i18n/demos/cutter.ts';
import { staticForm } from '../kit/static-form.ts';
import { presetTable } from './readings.ts';

export const cutterForm = staticForm(words.title, presetTable);
