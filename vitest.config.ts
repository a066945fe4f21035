// Unit tests: they run in Node and stand beside their files. What needs a browser is in e2e/ (Playwright).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'labs/**/*.test.ts',
      'slides/**/*.test.ts',
      '{bench,e2e}/*.test.ts',
    ],
    environment: 'node',
  },
});
