// What the built pages must satisfy; how they are laid out in text is the compressor's business.
export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'long-title': 'off',
    // Speaker notes are <aside> inside a slide's <section>: no landmark there (HTML-AAM 1.0, `aside`).
    'unique-landmark': 'off',
    // The policy would refuse it, and the page would look wrong without a word.
    'no-inline-style': 'error',
  },
};
