'use strict';
const test = require('node:test');
const assert = require('node:assert');
const path = require('path');
const PracticeLook = require(path.join(__dirname, '../../theme/static/look.js'));
const { withLook } = require(path.join(__dirname, '../../theme/static/look-links.js'));

const USUAL = { look: 'normal', size: 'normal', scheme: 'auto' };

test('a look is read from its text, what is not named is as usual', () => {
  assert.deepStrictEqual(PracticeLook.parse('normal'), USUAL);
  assert.deepStrictEqual(PracticeLook.parse('care-huge-dark'), { look: 'care', size: 'huge', scheme: 'dark' });
  assert.deepStrictEqual(PracticeLook.parse('large'), { ...USUAL, size: 'large' });
  assert.deepStrictEqual(PracticeLook.parse('care-light'), { ...USUAL, look: 'care', scheme: 'light' });
});

test('what is no look is none', () => {
  for (const text of [null, undefined, '', '-', 'auto', 'carelarge', 'huge-care', 'care-care', 'care--dark', 'care-', 'Care', '<b>', 'null', 'constructor']) {
    assert.strictEqual(PracticeLook.parse(text), null, String(text));
  }
});

test('every look is read back from what is written of it', () => {
  for (const look of ['normal', 'care']) {
    for (const size of ['normal', 'large', 'huge']) {
      for (const scheme of ['auto', 'light', 'dark']) {
        assert.deepStrictEqual(PracticeLook.parse(PracticeLook.write({ look, size, scheme })), { look, size, scheme });
      }
    }
  }
});

test('a look is handed on in an address and all else in it stays', () => {
  assert.strictEqual(withLook('cases/xitang.html', 'care'), 'cases/xitang.html?look=care');
  assert.strictEqual(withLook('../search.html?q=%E7%BD%91&f=a:b#top', 'care-huge'), '../search.html?q=%E7%BD%91&f=a:b&look=care-huge#top');
  assert.strictEqual(withLook('a.html?look=care&hl=x', 'huge'), 'a.html?hl=x&look=huge');
  assert.strictEqual(withLook('?q=1', 'dark'), '?q=1&look=dark');
});

test('a look that is as everywhere is taken out of an address', () => {
  assert.strictEqual(withLook('a.html?look=care#b', ''), 'a.html#b');
  assert.strictEqual(withLook('a.html?q=1&look=care', ''), 'a.html?q=1');
});

test('a place on the page itself is left alone', () => {
  assert.strictEqual(withLook('#P14', 'care'), '#P14');
  assert.strictEqual(withLook('', 'care'), '');
});
