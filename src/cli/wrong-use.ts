// How a command ends: done, help that was asked for, or one French sentence on stderr and exit code 2, never a stack.

/** Exit codes of every command. */
export const EXIT = { pass: 0, fail: 1, wrongUse: 2 } as const;

export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** `--help`: the message goes to stdout, and the command has done what was asked. */
export class HelpWanted extends Error {
  override readonly name = 'HelpWanted';
}

/** Runs a command's `main` and turns `WrongUse` into its sentence; any other error is ours and keeps its stack. */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    // Not process.exit(): it would cut what stdout has not yet written to a pipe.
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof HelpWanted) {
      process.stdout.write(`${error.message}\n`);
      process.exitCode = EXIT.pass;
      return;
    }
    if (!(error instanceof WrongUse)) throw error;
    console.error(error.message);
    process.exitCode = EXIT.wrongUse;
  }
}
