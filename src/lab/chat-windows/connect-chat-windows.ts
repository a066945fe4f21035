// « Essayer le chat », where a step has it: what it needs comes when the page is idle, or at the first press.
import { chatWords } from '../../i18n/chat-windows.ts';
import { FetchedOnce } from '../fetched-once.ts';
import type { LabContext } from '../lab-context.ts';
import { whenIdle } from '../when-idle.ts';
import type { ChatStage } from './chat-stage.ts';

export function connectChatWindows(lab: LabContext): void {
  const { root, cycle, notice, left } = lab;
  const dialog = root.querySelector('.chat-dialog');
  if (!(dialog instanceof HTMLDialogElement)) return;
  const isHere = (): boolean => !left.aborted;
  let stage: ChatStage | null = null;
  const made = new FetchedOnce(async () => {
    const { ChatStage } = await import('./chat-stage.ts');
    if (!isHere()) throw new Error('The step has left the screen');
    stage ??= new ChatStage(lab, dialog);
    return stage;
  });
  const open = async (): Promise<void> => {
    try {
      const ready = await made.get();
      if (isHere()) ready.open();
    } catch {
      notice.say(chatWords.notFetched);
    }
  };
  for (const button of root.querySelectorAll('[data-open-chat]')) {
    button.addEventListener('click', () => void open());
  }
  const prepare = async (): Promise<void> => {
    await cycle.prepare();
    if (!isHere()) return;
    const ready = await made.get();
    if (isHere()) await ready.prepare();
  };
  whenIdle(() => {
    // A press tries again, and says what is missing.
    prepare().catch(() => undefined);
  });
  left.addEventListener('abort', () => {
    stage?.dispose();
  });
}
