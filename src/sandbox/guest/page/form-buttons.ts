// Finds the button that sends a form, by functions that no student code can have replaced.
import { append, getterOf, methodOf } from '../../../evidence/primordials.ts';

type FormGetter = (field: Node) => Element | null;

const queryAll = methodOf(Document.prototype, 'querySelectorAll') as (
  page: Document,
  selector: string,
) => NodeList;
const itemOf = methodOf(NodeList.prototype, 'item') as (list: NodeList, index: number) => Element;
const lengthOf = getterOf(NodeList.prototype, 'length') as (list: NodeList) => number;
const localNameOf = getterOf(Element.prototype, 'localName') as (element: Element) => string;
const inputFormOf = getterOf(HTMLInputElement.prototype, 'form') as FormGetter;
const buttonFormOf = getterOf(HTMLButtonElement.prototype, 'form') as FormGetter;

/** Every button is of a form, whether it stands in it or names it: `<button form="formulaire">`. */
const SUBMITS =
  'button:not([type=button]):not([type=reset]), input[type=submit], input[type=image]';
const PLAIN = 'button[type=button], input[type=button]';

/** The form's default button: the first that submits it, in the order of the document (HTML, implicit submission). */
export function submitButtonOf(page: Document, form: Element): Element | null {
  return buttonsOf(page, form, SUBMITS)[0] ?? null;
}

/** What a visitor presses to send: a button that submits, else the last of those that only run code. */
export function sendButtonOf(page: Document, form: Element): Element | null {
  const plain = buttonsOf(page, form, PLAIN);
  return submitButtonOf(page, form) ?? plain[plain.length - 1] ?? null;
}

function buttonsOf(page: Document, form: Element, selector: string): readonly Element[] {
  const all = queryAll(page, selector);
  const found: Element[] = [];
  for (let index = 0; index < lengthOf(all); index += 1) {
    const button = itemOf(all, index);
    const owner = localNameOf(button) === 'button' ? buttonFormOf(button) : inputFormOf(button);
    if (owner === form) append(found, button);
  }
  return found;
}
