// The page of the demos' browser tests: the loader that the site's pages use, their styles, and reveal.js where a deck is wanted.
import { loadDemos } from '../../src/demos/load-demos.ts';
import '../../src/styles/base.css';
import '../../src/styles/deck.css';
import '../../src/styles/demos/demo.css';

const deck = document.querySelector<HTMLElement>('.reveal');
if (deck !== null) {
  const { default: Reveal } = await import('reveal.js');
  await new Reveal(deck, {
    width: 1280,
    height: 720,
    margin: 0,
    center: false,
    hash: true,
    postMessage: false,
    transition: 'none',
  }).initialize();
}
loadDemos(document.body);
