// What is read of a PDF, on hand-written pieces of one; `e2e/deck-paper.spec.ts` reads those that Chromium writes.
import { expect, test } from 'vitest';
import { describePdf } from './describe-pdf.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const TAGGED = `%PDF-1.4
1 0 obj <</Title <FEFF0044006900610070006F00730020201400E9>>> endobj
2 0 obj <</Type /Page /Parent 9 0 R>> endobj
3 0 obj <</Type /Page
/Parent 9 0 R>> endobj
4 0 obj <</Type /Outlines /First 5 0 R>> endobj
8 0 obj <</Type /Catalog /MarkInfo <</Type /MarkInfo /Marked true>> /StructTreeRoot 7 0 R
/Lang (fr) /Outlines 4 0 R>> endobj
9 0 obj <</Type /Pages /Count 2>> endobj`;

test('a tagged PDF', () => {
  expect(describePdf(bytes(TAGGED))).toEqual({
    pages: 2,
    tagged: true,
    outline: true,
    language: 'fr',
    title: 'Diapos —é',
  });
});

test('a bare one', () => {
  expect(
    describePdf(bytes('<</Title (Un \\(essai\\))>> <</Type /Page>> <</Type /Pages>>')),
  ).toEqual({
    pages: 1,
    tagged: false,
    outline: false,
    language: undefined,
    title: 'Un (essai)',
  });
});
