// Writes the document down as it is: elements, attributes and text, by functions that no student code can have replaced.
import { getterOf, isArray, methodOf } from '../../../evidence/primordials.ts';
import { shadowRootOf } from './shadow-roots.ts';

/** Elements and texts written; a page without limits is not read to its end. */
const NODE_CAP = 20_000;
/** Of a long list, so many nodes at either end: five hundred messages of forty nodes would be the whole budget. */
const EDGE = 200;
const TEXT_CAP = 4_000;
const DEPTH_CAP = 60;

const ELEMENT = 1;
const TEXT = 3;

type NodeGetter = (node: Node) => Node | null;

const { stringify } = JSON;
const toText = String;
const nodeTypeOf = getterOf(Node.prototype, 'nodeType') as (node: Node) => number;
const firstChildOf = getterOf(Node.prototype, 'firstChild') as NodeGetter;
const nextSiblingOf = getterOf(Node.prototype, 'nextSibling') as NodeGetter;
const childrenOf = getterOf(Node.prototype, 'childNodes') as (node: Node) => NodeList;
const lengthOf = getterOf(NodeList.prototype, 'length') as (list: NodeList) => number;
const dataOf = getterOf(CharacterData.prototype, 'data') as (node: Node) => string;
const localNameOf = getterOf(Element.prototype, 'localName') as (element: Node) => string;
const childCountOf = getterOf(Element.prototype, 'childElementCount') as (node: Node) => number;
const namesOf = methodOf(Element.prototype, 'getAttributeNames') as (element: Node) => string[];
const attributeOf = methodOf(Element.prototype, 'getAttribute') as (
  element: Node,
  name: string,
) => string | null;
const matches = methodOf(Element.prototype, 'matches') as (
  element: Node,
  selector: string,
) => boolean;
const inputValueOf = getterOf(HTMLInputElement.prototype, 'value') as (element: Node) => string;
const areaValueOf = getterOf(HTMLTextAreaElement.prototype, 'value') as (element: Node) => string;
const rootOf = getterOf(Document.prototype, 'documentElement') as (
  page: Document,
) => Element | null;
const slice = methodOf(String.prototype, 'slice') as (
  text: string,
  from: number,
  to: number,
) => string;

/**
 * JSON, made without anything that a page can patch. An element is
 * `{ "name", "attributes": [[name, value]…], "count": child elements, "children": [element or text…] }`, a field has
 * `"value"` besides, whatever cannot be used `"disabled": true`, and a host what its shadow root holds, `"shadow": […]`.
 * `children` may be fewer than `count`: the middle of a long list is left out.
 */
export function writePage(page: Document): string {
  const root = rootOf(page);
  if (root === null) return 'null';
  return writeElement(root, { left: NODE_CAP }, 0);
}

function writeElement(element: Element, budget: { left: number }, depth: number): string {
  const name = localNameOf(element);
  let text = `{"name":${quote(name)},"attributes":[${writeAttributes(element)}]`;
  text += `,"count":${toText(childCountOf(element))}`;
  if (name === 'input') text += `,"value":${quote(inputValueOf(element))}`;
  if (name === 'textarea') text += `,"value":${quote(areaValueOf(element))}`;
  if (matches(element, ':disabled')) text += ',"disabled":true';
  const shadow = shadowRootOf(element);
  if (shadow !== null) text += `,"shadow":[${writeChildren(shadow, budget, depth)}]`;
  return `${text},"children":[${writeChildren(element, budget, depth)}]}`;
}

function writeChildren(parent: Node, budget: { left: number }, depth: number): string {
  let written = '';
  const rear = lengthOf(childrenOf(parent)) - EDGE;
  let index = -1;
  for (
    let child = depth < DEPTH_CAP ? firstChildOf(parent) : null;
    child !== null && budget.left > 0;
    child = nextSiblingOf(child)
  ) {
    index += 1;
    if (index >= EDGE && index < rear) continue;
    const type = nodeTypeOf(child);
    if (type !== ELEMENT && type !== TEXT) continue;
    budget.left -= 1;
    const separator = written === '' ? '' : ',';
    written +=
      separator +
      (type === TEXT ? quote(dataOf(child)) : writeElement(child as Element, budget, depth + 1));
  }
  return written;
}

function writeAttributes(element: Element): string {
  const names = namesOf(element);
  let text = '';
  if (!isArray(names)) return text;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] ?? '';
    const value = attributeOf(element, name) ?? '';
    text += `${index === 0 ? '' : ','}[${quote(name)},${quote(value)}]`;
  }
  return text;
}

function quote(text: string): string {
  return stringify(text.length > TEXT_CAP ? slice(text, 0, TEXT_CAP) : text);
}
