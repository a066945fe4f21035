// Shadow roots, closed ones too: what a page puts there is shown to the visitor like the rest.
import { define, getterOf, methodOf } from '../../../evidence/primordials.ts';

const attach = methodOf(Element.prototype, 'attachShadow');
const openRootOf = getterOf(Element.prototype, 'shadowRoot') as (
  element: Element,
) => ShadowRoot | null;
const closedRoots = new WeakMap<Element, ShadowRoot>();
const closedRootOf = methodOf(WeakMap.prototype, 'get') as (
  roots: typeof closedRoots,
  element: Element,
) => ShadowRoot | undefined;
const keep = methodOf(WeakMap.prototype, 'set');

/** Before any student code: no browser says afterwards where the closed ones are. */
export function watchShadowRoots(): void {
  define(Element.prototype, 'attachShadow', function attachShadow(this: Element, init: unknown) {
    const root = attach(this, init);
    keep(closedRoots, this, root);
    return root;
  });
}

export function shadowRootOf(element: Element): ShadowRoot | null {
  return openRootOf(element) ?? closedRootOf(closedRoots, element) ?? null;
}
