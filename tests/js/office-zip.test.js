'use strict';
const test = require('node:test');
const assert = require('node:assert');
const fs = require('fs');
const path = require('path');
const PracticeOffice = require('./office.js');
const { zip, crc32, xml } = PracticeOffice;

const bytes = (text) => new TextEncoder().encode(text);

test('CRC-32 has the value that the standard gives for 123456789', () => {
  assert.strictEqual(crc32(bytes('123456789')), 0xcbf43926);
  assert.strictEqual(crc32(new Uint8Array(0)), 0);
});

test('the same parts make the same bytes, with names in UTF-8 and the one date', () => {
  const parts = [['目录/甲.xml', '汉字𠮷'], ['b', new Uint8Array([0, 255])]];
  const archive = zip(parts);
  assert.deepStrictEqual(zip(parts), archive);
  const view = new DataView(archive.buffer);
  assert.strictEqual(view.getUint32(0, true), 0x04034b50);
  assert.strictEqual(view.getUint16(6, true), 0x0800);
  assert.strictEqual(view.getUint16(12, true), 0x2821); // 2000-01-01
  assert.strictEqual(view.getUint16(26, true), bytes('目录/甲.xml').length);
});

test('an archive of nothing is an end record alone', () => {
  assert.strictEqual(zip([]).length, 22);
});

test('what a plain ZIP cannot hold is refused', () => {
  const parts = Array.from({ length: 0x10000 }, (_, index) => [String(index), '']);
  assert.throws(() => zip(parts), RangeError);
});

test('text is escaped, and what XML forbids is dropped while pairs of surrogates stay', () => {
  assert.strictEqual(xml.escape('<a & "b">'), '&lt;a &amp; &quot;b&quot;&gt;');
  assert.strictEqual(xml.clean('a\u0000\u000b\ufffeb\ud83dc\udc00d😀𠮷'), 'abcd😀𠮷');
  assert.strictEqual(xml.clean('一\r\n二\r三'), '一\n二\n三');
  assert.strictEqual(xml.clean(null) + xml.clean(undefined), '');
});

test('attributes without a value are left out, zero is a value', () => {
  assert.strictEqual(xml.element('a', { b: null, c: false, d: 0, e: true, f: '一\n"' }), '<a d="0" e="1" f="一&#10;&quot;"/>');
});

test('the fragment that pages include names every script of the writers', () => {
  const files = fs.readdirSync(path.join(__dirname, '../../theme/static')).filter((file) => /^office-.*\.js$/.test(file));
  assert.deepStrictEqual(PracticeOffice.scripts.slice().sort(), files.sort());
});
