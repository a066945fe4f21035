// The fixture's own root: the project's configuration would leave these tests out.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['*.test.ts'] } });
