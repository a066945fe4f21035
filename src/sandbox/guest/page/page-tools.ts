// What a probe is lent in a page: the socket, the visitor's hands and eyes, captured before any student code.
import { apply, construct, getterOf, methodOf, setterOf } from '../../../evidence/primordials.ts';
import { sendButtonOf, submitButtonOf } from './form-buttons.ts';
import type { PageAtStart } from './page-document.ts';
import { writePage } from './page-reader.ts';

const byId = methodOf(Document.prototype, 'getElementById') as (
  page: Document,
  id: string,
) => Element | null;
const matches = methodOf(Element.prototype, 'matches') as (
  element: Element,
  selector: string,
) => boolean;
const click = methodOf(HTMLElement.prototype, 'click') as (element: Element) => void;
const submit = methodOf(HTMLFormElement.prototype, 'requestSubmit') as (form: Element) => void;
const dispatch = methodOf(EventTarget.prototype, 'dispatchEvent') as (
  target: EventTarget,
  event: Event,
) => boolean;
const listen = methodOf(EventTarget.prototype, 'addEventListener');
const formOf = getterOf(HTMLInputElement.prototype, 'form') as (field: Element) => Element | null;
const areaFormOf = getterOf(HTMLTextAreaElement.prototype, 'form') as (
  field: Element,
) => Element | null;
const targetOf = getterOf(Event.prototype, 'target') as (event: Event) => Element | null;
const setAttribute = methodOf(Element.prototype, 'setAttribute');
const removeAttribute = methodOf(Element.prototype, 'removeAttribute');
const isPrevented = getterOf(Event.prototype, 'defaultPrevented') as (event: Event) => boolean;
const setInput = setterOf(HTMLInputElement.prototype, 'value');
const setArea = setterOf(HTMLTextAreaElement.prototype, 'value');
const NativeEvent = Event;
const NativeKeyboardEvent = KeyboardEvent;
const page = document;
const own = window;

/** The JSON of one that is done says besides whether it `reloads`: the form left, and a browser would load a page. */
type Gesture =
  | { readonly done: true }
  | { readonly done: false; readonly missing: 'field' | 'form' | 'button' | 'disabled' };

export type PageTools = {
  /** `PageAtStart`, as JSON written before any student code. */
  start(): string;
  /** Opens a socket and calls `installer` at once, as `demarrage.js` does; the page has then loaded. */
  install(installer: CallableFunction, address: string): void;
  /** See `writePage`. */
  read(): string;
  /** Each gives a `Gesture` as JSON: objects would be written by what student code may have patched. */
  type(text: string): string;
  enter(): string;
  press(): string;
};

export function createPageTools(start: PageAtStart, socket: typeof WebSocket): PageTools {
  const started = JSON.stringify(start);
  const submitted: { last: Event | null } = { last: null };
  listen(
    own,
    'submit',
    (event: Event) => {
      submitted.last = event;
      // A form that is not stopped leaves for a window that the frame may not open: the page stays, to be read.
      const form = targetOf(event);
      if (form !== null) setAttribute(form, 'target', '_blank');
    },
    true,
  );
  const takeSubmit = (): Event | null => {
    const { last } = submitted;
    submitted.last = null;
    return last;
  };
  const gesture = (act: () => Gesture): string => {
    takeSubmit();
    const result = act();
    const form = byId(page, 'formulaire');
    if (form !== null) removeAttribute(form, 'target');
    if (!result.done) return `{"done":false,"missing":"${result.missing}"}`;
    const last = takeSubmit();
    const reloads = last !== null && !isPrevented(last);
    return `{"done":true,"reloads":${reloads ? 'true' : 'false'}}`;
  };
  return {
    start: () => started,
    install: (installer, address) => {
      const ws: unknown = construct(socket, [address]);
      apply(installer, undefined, [{ document: page, ws }]);
      // A module runs before both, in a page that is being loaded.
      dispatch(page, new NativeEvent('DOMContentLoaded', { bubbles: true }));
      dispatch(own, new NativeEvent('load'));
    },
    read: () => writePage(page),
    type: (text) => gesture(() => withField((field) => typeInto(field, text))),
    enter: () => gesture(() => withField(pressEnter)),
    press: () =>
      gesture(() => {
        const form = byId(page, 'formulaire');
        if (form === null) return { done: false, missing: 'form' };
        const button = sendButtonOf(page, form);
        if (button === null) return { done: false, missing: 'button' };
        click(button);
        return done;
      }),
  };
}

const done: Gesture = { done: true };

function withField(act: (field: Element) => Gesture): Gesture {
  const field = byId(page, 'texte');
  if (field === null || !matches(field, 'input, textarea'))
    return { done: false, missing: 'field' };
  if (matches(field, ':disabled')) return { done: false, missing: 'disabled' };
  return act(field);
}

function typeInto(field: Element, text: string): Gesture {
  if (matches(field, 'input')) setInput(field, text);
  else setArea(field, text);
  dispatch(field, new NativeEvent('input', { bubbles: true }));
  dispatch(field, new NativeEvent('change', { bubbles: true }));
  return done;
}

/** As a browser does: the key, then, if nothing refused it, the form's own button or the form itself (HTML, implicit submission). */
function pressEnter(field: Element): Gesture {
  const goesOn = key(field, 'keydown') && key(field, 'keypress');
  if (goesOn && matches(field, 'input')) {
    const form = formOf(field);
    if (form === null) return { done: false, missing: 'form' };
    const button = submitButtonOf(page, form);
    if (button !== null) click(button);
    else submit(form);
  } else if (goesOn && areaFormOf(field) === null) return { done: false, missing: 'form' };
  key(field, 'keyup');
  return done;
}

function key(field: Element, type: string): boolean {
  const init = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true };
  return dispatch(field, new NativeKeyboardEvent(type, init));
}
