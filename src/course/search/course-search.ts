// `<course-search>`: a field and the list of what it finds, by keyboard and by voice as by hand.
import { courseWords } from '../../i18n/course.ts';
import { SearchClient } from './search-client.ts';
import type { SearchAnswer, SearchResult } from './search-messages.ts';

const words = courseWords.search;
/** Real milliseconds without a key stroke before a question is asked. */
const PAUSE = 180;

class CourseSearch extends HTMLElement {
  readonly #client = new SearchClient();
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.#input;
    if (form === null || input === null) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search(input.value);
    });
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(input.value), PAUSE);
    });
    this.addEventListener('keydown', (event) => {
      this.#move(event);
    });
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  get #links(): readonly HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('[data-results] a')];
  }

  async #search(text: string): Promise<void> {
    clearTimeout(this.#timer);
    const query = text.trim();
    this.#asked = query;
    if (query === '') {
      this.#show(words.idle, []);
      return;
    }
    const slow = setTimeout(() => {
      this.#say(words.searching);
    }, PAUSE * 2);
    const answer = await this.#client.ask(query);
    clearTimeout(slow);
    // Another question was asked meanwhile.
    if (query !== this.#asked) return;
    this.#answer(query, answer);
  }

  #answer(query: string, answer: SearchAnswer): void {
    if (answer.status === 'unavailable') this.#show(words.unavailable, []);
    else if (answer.total === 0) this.#show(words.none(query), []);
    else this.#show(words.found(answer.total, query, answer.results.length), answer.results);
  }

  #say(sentence: string): void {
    const status = this.querySelector('[data-status]');
    if (status !== null && status.textContent !== sentence) status.textContent = sentence;
  }

  #show(sentence: string, results: readonly SearchResult[]): void {
    this.#say(sentence);
    this.querySelector('[data-results]')?.replaceChildren(...results.map(resultItem));
    const ways = this.querySelector<HTMLElement>('[data-ways]');
    if (ways !== null) ways.hidden = results.length > 0 || this.#asked === '';
  }

  /** The arrows go from the field down the results and back; Escape empties a field that has text. */
  #move(event: KeyboardEvent): void {
    const input = this.#input;
    if (input === null || event.isComposing) return;
    const stops: readonly HTMLElement[] = [input, ...this.#links];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (at === -1 || next === undefined) return;
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Escape' && at === 0 && input.value !== '') {
      event.preventDefault();
      event.stopPropagation();
      input.value = '';
      void this.#search('');
    }
  }
}

function resultItem({ title, place, address, excerpt }: SearchResult): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const name = document.createElement('span');
  const where = document.createElement('span');
  link.href = address;
  name.className = 'search-title';
  name.textContent = title;
  where.className = 'search-place';
  where.textContent = place;
  link.append(name, ' ', where);
  const text = document.createElement('p');
  for (const part of excerpt) {
    if (!part.marked) text.append(part.text);
    else text.append(Object.assign(document.createElement('mark'), { textContent: part.text }));
  }
  item.append(link, text);
  return item;
}

customElements.define('course-search', CourseSearch);
