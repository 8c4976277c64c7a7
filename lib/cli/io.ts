/** What a command may touch of the world around it; tests give their own. */
export interface Io {
  /** Data, for other programs. */
  stdout(text: string): void;
  /** Words, for people. */
  stderr(text: string): void;
  /** All of standard input. */
  stdin(): Promise<string>;
  /** Whether text may be coloured. */
  readonly color: boolean;
  /** Whether a person watches standard error, so that a line may be written over. Default: false. */
  readonly watched?: boolean;
  readonly cwd: string;
}

export const EXIT_FINE = 0;
/** Problems were found. */
export const EXIT_PROBLEMS = 1;
/** Wrong use, or input that cannot be read. */
export const EXIT_USAGE = 2;

export function processIo(color: boolean): Io {
  return {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    stdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    },
    color,
    watched: process.stderr.isTTY === true,
    cwd: process.cwd(),
  };
}
