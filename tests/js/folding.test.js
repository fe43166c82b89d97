'use strict';
const test = require('node:test');
const assert = require('node:assert');
const { fold, foldWithOrigins, parseQuery, choose, json } = require('./harness.js');

const examples = json('tests/search/folding.json');

test('text folds as the shared table says', () => {
  for (const [why, text, folded] of examples.fold) assert.strictEqual(fold(text), folded, why);
});

test('every token knows the text it came from', () => {
  for (const [text, tokens] of examples.origins) {
    const { text: folded, starts, ends } = foldWithOrigins(text);
    let unit = 0;
    const origins = Array.from(folded, (token) => {
      const origin = text.slice(starts[unit], ends[unit]);
      unit += token.length;
      return [token, origin];
    });
    assert.deepStrictEqual(origins, tokens);
    assert.strictEqual(unit, starts.length);
  }
});

test('queries read as the shared table says', () => {
  for (const [text, query] of examples.queries) assert.deepStrictEqual(parseQuery(text), query, text);
});

test('fields choose what the shared table says', () => {
  for (const [fields, chosen] of examples.fields) assert.deepStrictEqual(choose(fields), chosen, JSON.stringify(fields));
});

test('folding by clusters is folding the whole, for any mixture of marks', () => {
  const alphabet = Array.from('aeA\u0301\u0316\u0323ｶﾞﾟか\u3099\u1112\u1161\u11ab\u0f71\u0f72q ﬁΣ網𠮷㎡…');
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: random(9) }, () => alphabet[random(alphabet.length)]).join('');
    assert.strictEqual(fold(text), fold(text.normalize('NFKC')), JSON.stringify(text));
  }
});

test('a combining mark without end does not stop the folding', () => {
  assert.strictEqual(fold('e' + '\u0301'.repeat(10000)).length, 10000);
});
