import { describe, expect, test } from 'vitest';
import {
  elementById,
  elementsOf,
  type PageElement,
  parsePage,
  visibleTextOf,
} from './page-tree.ts';

type Parts = {
  readonly attributes?: PageElement['attributes'];
  readonly shadow?: PageElement['children'];
  readonly children?: PageElement['children'];
};

function element(
  name: string,
  { attributes = [], shadow, children = [] }: Parts = {},
): PageElement {
  const count = children.filter((child) => typeof child !== 'string').length;
  return { name, attributes, count, children, ...(shadow !== undefined && { shadow }) };
}

const host = element('li', {
  shadow: [element('b', { children: ['Ada'] }), ' : ', element('slot')],
  children: ['bonjour'],
});

describe('a page as it was written down', () => {
  test('is read back with what its shadow roots hold', () => {
    expect(parsePage(JSON.stringify(host))).toEqual(host);
  });

  test('shows a shadow root in the place of the children, and those where they are slotted', () => {
    expect(visibleTextOf(host)).toBe('Ada : bonjour');
  });

  test('begins a line with each child that every browser begins one with', () => {
    const lines = ['p', 'section', 'h3'].map((name) => element(name, { children: [name] }));
    const inline = ['b', 'span'].map((name) => element(name, { children: [name] }));
    expect(visibleTextOf(element('li', { children: [...lines, ...inline] }))).toBe(
      'p\nsection\nh3bspan',
    );
  });

  test('does not show children that no slot takes', () => {
    expect(visibleTextOf(element('li', { shadow: ['vide'], children: ['caché'] }))).toBe('vide');
  });

  test('shows each child in the slot that bears its name, and what a slot holds where it takes none', () => {
    const named = (name: string, children: PageElement['children']) =>
      element('slot', { attributes: [['name', name]], children });
    const shadow = [named('texte', []), named('heure', ['jamais']), element('slot')];
    const text = element('i', { attributes: [['slot', 'texte']], children: ['un'] });
    expect(visibleTextOf(element('li', { shadow, children: ['deux', text] }))).toBe('unjamaisdeux');
  });

  test('lists the elements of shadow roots too', () => {
    expect([...elementsOf(host)].map(({ name }) => name)).toEqual(['li', 'b', 'slot']);
  });

  test('finds no id in a shadow root, as getElementById finds none', () => {
    const inner = element('p', { attributes: [['id', 'etat']] });
    const page = element('body', { children: [element('div', { shadow: [inner] })] });
    expect(elementById(page, 'etat')).toBeNull();
    expect(elementById(element('body', { children: [inner] }), 'etat')).toBe(inner);
  });
});
