// How a pass of the renderer tells the author what to mend.

/** @param line one-based, in the Markdown being rendered; absent where it cannot be told */
export type Report = (message: string, line?: number) => void;
