// The cards of the close codes without their script: every code, under those who may emit it.
import { closeCodes as words } from '../../i18n/demos/close-codes.ts';
import { staticForm } from '../kit/static-form.ts';
import { emitterTable } from './cards.ts';

export const closeCodesForm = staticForm(words.title, emitterTable);
