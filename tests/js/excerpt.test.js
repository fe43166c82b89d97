'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { PracticeExcerpt, fold, foldWithOrigins, json } = require('./harness.js');

const examples = json('tests/search/folding.json');
const folding = { fold, foldWithOrigins };

test('excerpts are as the shared table says', () => {
  for (const { why, heading, groups, terms, place, pieces } of examples.excerpts) {
    assert.deepStrictEqual(PracticeExcerpt.excerpt(heading, groups, terms, folding), { place, excerpt: pieces }, why);
  }
});

test('headings are marked as the shared table says', () => {
  for (const [text, terms, pieces] of examples.marked) assert.deepStrictEqual(PracticeExcerpt.marked(text, terms, folding), pieces);
});

test('no cut falls within a character', () => {
  for (let before = 30; before < 36; before += 1) {
    const block = 'a'.repeat(before % 2) + '😀'.repeat(before) + '网格' + '😀'.repeat(100);
    const { excerpt } = PracticeExcerpt.excerpt('', [['', [block]]], ['网格'], folding);
    assert.deepStrictEqual(excerpt[2], ['网格', true]);
    for (const [text] of excerpt) assert.ok(!/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(text), text);
  }
});
