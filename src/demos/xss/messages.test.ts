// What the two chats make of a message, as HTML, and what is said of it.
import { describe, expect, test } from 'vitest';
import { escapedHtml, gluedHtml, sentenceOf, XSS_EXAMPLES } from './messages.ts';
import { xssForm } from './static.ts';

describe('a message', () => {
  test('is glued as it is where the mistake is made', () => {
    const message = { pseudo: 'a" onclick="b', text: '<img src>' };
    expect(gluedHtml(message)).toBe(
      '<div><b title="a" onclick="b">a" onclick="b</b> : <img src></div>',
    );
  });

  test.each(XSS_EXAMPLES)('leaves no tag and no quote once escaped: $name', (example) => {
    const escaped = escapedHtml(example);
    expect(escaped.match(/<\/?\w+/g)).toEqual(['<div', '<b', '</b', '</div']);
    expect(escaped.match(/"/g)).toHaveLength(2);
  });
});

describe('the sentence', () => {
  test.each([
    ['a handler, before anything else', ['form', 'img'], ['onerror'], /onerror.*bloque/],
    ['a form', ['form', 'input'], [], /formulaire/],
    ['a script', ['script'], [], /n’est pas exécuté/],
    ['any other element', ['b', 'i'], [], /2 éléments \(b, i\)/],
    ['nothing but text', [], [], /reste du texte/],
  ])('is about %s', (_what, elements, handlers, sentence) => {
    expect(sentenceOf({ elements, handlers })).toMatch(sentence);
  });
});

test('the static form writes hostile messages as text', () => {
  const form = xssForm.html({});
  expect(form).toContain('&lt;img src onerror=&quot;alert(1)&quot;&gt;');
  expect(form).not.toMatch(/<(img|form|script|iframe)/);
});
