// Tables, code and drawings are stops of the keyboard only where they are too wide to be seen whole.

const SCROLLABLE = '.course-table, .course-section pre.code, .course-section .drawing';

export function settleScrollables(page: Document): void {
  const settle = (one: Element): void => {
    if (one.scrollWidth > one.clientWidth + 1) one.setAttribute('tabindex', '0');
    else one.removeAttribute('tabindex');
  };
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) settle(target);
  });
  for (const one of page.querySelectorAll(SCROLLABLE)) watch.observe(one);
}
