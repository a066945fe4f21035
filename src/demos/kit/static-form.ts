// What a demo is without its script: at build, in print, in the PDF. Pure: no DOM, nothing of the page.
import { html, type Html } from './html.ts';

/** The deck calls it an embed; neither knows the other, the layouts join them. */
export type StaticForm = {
  /** The name of the figure, for those who do not see it. */
  readonly title: string;
  /** @param attributes those of the element, as they are written: `data-texte` */
  html(attributes: Readonly<Record<string, string>>): string;
};

/** Joins a title and the picture that goes with it; `draw` may read the element's attributes. */
export function staticForm(
  title: string,
  draw: (attributes: Readonly<Record<string, string>>) => Html,
): StaticForm {
  return {
    title,
    html: (attributes) =>
      String(
        html`<div class="demo demo-static" role="group" aria-label="${title}">
          ${draw(attributes)}
        </div>`,
      ),
  };
}
