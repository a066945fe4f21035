// Gives a syntax error its line: the worker knows the file, only the frame's parser knows the place.
import type { AgentLink } from '../grading/agent-link.ts';
import type { FailedLoad } from '../realm/outcome.ts';
import type { SandboxFrame } from './sandbox-frame.ts';

type Handlers = Parameters<AgentLink['listen']>[0];
type SyntaxOutcome = Extract<FailedLoad, { status: 'syntax' }>;

/** Holds back the one message that says « syntax » until the frame has found the line. */
export function withSyntaxLocation(
  handlers: Handlers,
  frame: SandboxFrame,
  files: Readonly<Record<string, string>>,
): Handlers {
  return {
    gone: (ending) => {
      handlers.gone(ending);
    },
    message: (data) => {
      const reply = syntaxReply(data);
      const file = reply?.outcome.location?.file;
      if (reply === null || file === undefined || !Object.hasOwn(files, file)) {
        handlers.message(data);
        return;
      }
      void frame.locateSyntax(files[file] ?? '').then((fault) => {
        if (fault === null) handlers.message(data);
        else {
          const { message, line, column } = fault;
          const outcome = { status: 'syntax', message, location: { file, line, column } };
          handlers.message({ ...reply, outcome });
        }
      });
    },
  };
}

/** A reply to `load` that says `syntax`, with a script to look into; JSON has already said where. */
function syntaxReply(data: unknown): { readonly outcome: SyntaxOutcome } | null {
  if (typeof data !== 'object' || data === null || !('outcome' in data)) return null;
  const { outcome } = data;
  if (typeof outcome !== 'object' || outcome === null || !('status' in outcome)) return null;
  if (outcome.status !== 'syntax') return null;
  const reply = data as { readonly outcome: SyntaxOutcome };
  return reply.outcome.location?.file.endsWith('.json') === false ? reply : null;
}
