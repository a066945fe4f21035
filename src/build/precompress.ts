// Compressed copies beside the text files of the site, so that the server never compresses while it serves.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = new Set(
  '.css .html .js .json .map .md .mjs .svg .txt .wasm .webmanifest .xml'.split(' '),
);

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** zlib has four threads: more files at once would only hold more memory. */
const CONCURRENCY = 4;

/**
 * Writes `<file>.br` and `<file>.gz` beside each text file of `folder`, deterministically and at the highest level.
 * A copy that would not be smaller is not written, and a stale one is removed. Returns how many files have copies.
 */
export async function precompress(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && TEXT.has(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name));
  let compressed = 0;
  const next = files.values();
  const worker = async () => {
    for (const file of next) if (await compressFile(file)) compressed++;
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return compressed;
}

/** True when at least one copy was worth it. */
async function compressFile(file: string): Promise<boolean> {
  const content = await readFile(file);
  const [br, gz] = await Promise.all([
    brotli(content, {
      params: {
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
    deflate(content, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  const written = await Promise.all([
    writeIfSmaller(`${file}.br`, br, content.length),
    writeIfSmaller(`${file}.gz`, gz, content.length),
  ]);
  return written.includes(true);
}

async function writeIfSmaller(file: string, content: Buffer, limit: number): Promise<boolean> {
  if (content.length < limit) {
    await writeFile(file, content);
    return true;
  }
  await rm(file, { force: true });
  return false;
}
