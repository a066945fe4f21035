// What index.html must hold before app.js runs, and what it must not.
import {
  ancestry,
  attributeOf,
  elementById,
  fail,
  type PageElement,
  type PageStart,
} from '../../../src/grading/index.ts';
import { type PageId, START } from './page-messages.ts';

const PAGE = 'chat/page/index.html';
const IDS = ['messages', 'formulaire', 'texte', 'etat'] as const;
const TAGS: Partial<Record<PageId, readonly string[]>> = {
  formulaire: ['form'],
  texte: ['input', 'textarea'],
};

export function elementOf(page: PageElement, id: PageId): PageElement {
  const found = elementById(page, id);
  if (found !== null) return found;
  fail({
    message: START.missing(id),
    expected: START.expected,
    where: PAGE,
    hint: START.missingHint(id),
  });
}

export function expectLandmarks(page: PageElement): void {
  for (const id of IDS) {
    const element = elementOf(page, id);
    if (TAGS[id]?.includes(element.name) === false) {
      fail({
        message: START.otherTag(id, element.name),
        expected: START.expected,
        where: PAGE,
        hint: START.otherTagHint,
      });
    }
  }
  const field = elementOf(page, 'texte');
  const form = elementOf(page, 'formulaire');
  if (ancestry(form, field).length > 0 || attributeOf(field, 'form') === 'formulaire') return;
  fail({
    message: START.outside,
    expected: START.expected,
    where: PAGE,
    hint: START.outsideHint,
  });
}

export function expectNoInlineCode({ faults }: PageStart): void {
  const [fault] = faults;
  if (fault === undefined) return;
  if (fault.kind === 'inline-script') {
    fail({
      message: START.inlineScript,
      actual: fault.text,
      where: PAGE,
      hint: START.inlineScriptHint,
    });
  }
  fail({
    message: START.handler(fault.attribute),
    actual: `<${fault.element} ${fault.attribute}="${fault.value}">`,
    where: PAGE,
    hint: START.handlerHint,
  });
}
