// Says that the server does not answer, and where the student's code is meanwhile; goes when it answers again.
import { fr } from '../i18n/fr.ts';
import { find } from './element.ts';
import type { LabContext } from './lab-context.ts';

export function connectOfflineStrip({ root, kit, code, left }: LabContext): void {
  const strip = find(root, '.offline', HTMLElement);
  const show = async (): Promise<void> => {
    const { kind } = await code.files;
    const isOffline = kit.connection.state.get() === 'offline';
    const sentence = kind === 'memory' ? fr.offline.inPage : fr.offline.kept;
    strip.textContent = isOffline ? sentence : '';
  };
  const stop = kit.connection.state.subscribe(() => void show());
  left.addEventListener('abort', stop);
}
