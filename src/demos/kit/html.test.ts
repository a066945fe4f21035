// What goes into a template comes out as text, whatever it holds.
import { describe, expect, test } from 'vitest';
import { Html, html } from './html.ts';

describe('html', () => {
  test('escapes text, in an element and in a quoted attribute', () => {
    const hostile = '"><img src=x onerror=alert(1)>&';
    expect(String(html`<a title="${hostile}">${hostile}</a>`)).toBe(
      '<a title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;">' +
        '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;</a>',
    );
  });

  test('joins lists, keeps pieces as they are and leaves null out', () => {
    const items = ['a', 'b'].map((name) => html`<li>${name}</li>`);
    expect(String(html`${items}${null}${0}`)).toBe('<li>a</li><li>b</li>0');
  });

  test('is the only way to make a piece of HTML', () => {
    expect(() => new Html('<b>', Symbol('html') as never)).toThrow(TypeError);
  });
});
