// The row of keys that a phone's keyboard hides: each types into the editor, or undoes.
import type { LabContext } from './lab-context.ts';

export function connectKeyRow({ root, code }: LabContext): void {
  for (const key of root.querySelectorAll<HTMLElement>('[data-type], [data-undo]')) {
    // The editor keeps the focus, and the phone its keyboard.
    key.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    key.addEventListener('click', () => {
      const text = key.dataset.type;
      if (text === undefined) code.editor.undo();
      else code.editor.type(text);
    });
  }
}
