'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { json } = require('./harness.js');
const path = require('path');
const PracticeVerdict = require(path.join(__dirname, '../../theme/static/compare-verdict.js'));

const { figures, pairs } = json('tests/compare/verdicts.json');

test('the page judges every pair of the table as Python does, in the same words', () => {
  for (const [a, b, words, brief] of pairs) {
    const verdict = PracticeVerdict.compare(figures[a], figures[b]);
    assert.strictEqual(PracticeVerdict.words(verdict), words, figures[a].literal + ' / ' + figures[b].literal);
    assert.strictEqual(PracticeVerdict.brief(verdict), brief);
  }
});

test('the order of the two makes no difference', () => {
  for (const [a, b] of pairs) {
    assert.deepStrictEqual(PracticeVerdict.compare(figures[a], figures[b]), PracticeVerdict.compare(figures[b], figures[a]));
  }
});

test('every branch of the judgement is in the table', () => {
  const told = new Set([].concat(...pairs.map(([a, b]) => PracticeVerdict.compare(figures[a], figures[b]).reasons)));
  assert.deepStrictEqual(PracticeVerdict.ORDER.filter((reason) => !told.has(reason)), []);
});
