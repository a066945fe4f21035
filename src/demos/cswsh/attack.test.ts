// Who stops the hijacking: each defence alone, from another site and from a sibling of the bank.
import { describe, expect, test } from 'vitest';
import { examineUpgradeRequest, headerList, parseRequestHead } from '../../wire/index.ts';
import { outcomeOf, requestHead, SAME_SITE, sendsCookie, UNDEFENDED } from './attack.ts';
import { cswshForm } from './static.ts';

describe('the hijacking', () => {
  test('succeeds where nobody checks: the cookie leaves with the request', () => {
    expect(outcomeOf(UNDEFENDED)).toBe('hijacked');
    const head = parseRequestHead(`${requestHead(UNDEFENDED)}\r\n\r\n`);
    expect(examineUpgradeRequest(head).valid).toBe(true);
    expect(headerList(head.fields, 'Cookie')).toBe('session=alice');
    expect(headerList(head.fields, 'Origin')).toBe('https://piege.exemple');
  });

  test('is stopped by a check of Origin or a ticket, wherever it comes from', () => {
    for (const page of ['piege.exemple', 'forum.banque.exemple'] as const) {
      expect(outcomeOf({ ...UNDEFENDED, page, checksOrigin: true })).toBe('origin');
      expect(outcomeOf({ ...UNDEFENDED, page, wantsTicket: true })).toBe('ticket');
    }
  });

  test('is stopped by SameSite from another site only: a site is wider than an origin', () => {
    for (const sameSite of ['Lax', 'Strict'] as const) {
      expect(outcomeOf({ ...UNDEFENDED, sameSite })).toBe('anonymous');
      expect(outcomeOf({ ...UNDEFENDED, sameSite, page: 'forum.banque.exemple' })).toBe('hijacked');
    }
  });

  test('leaves the cookie out of the head exactly when it is not sent', () => {
    for (const sameSite of SAME_SITE) {
      const defences = { ...UNDEFENDED, sameSite };
      expect(requestHead(defences).includes('Cookie:')).toBe(sendsCookie(defences));
    }
  });
});

describe('the static form', () => {
  test('says that SameSite stops one page and not its sibling', () => {
    expect(cswshForm.html({}).replaceAll(/\s+/g, ' ')).toMatch(
      /SameSite=Lax<\/th> <td>arrêtée<\/td><td>réussit<\/td>/,
    );
  });
});
