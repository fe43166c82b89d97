'use strict';
const test = require('node:test');
const assert = require('node:assert');
const PracticeBasket = require('../../theme/static/basket-store.js');
const { withBelow, summary } = require('../../theme/static/basket-pieces.js');
const { fakeStorage } = require('./storage.js');

const NAME = 'shijianku:lib:basket';
const open = (storage) => PracticeBasket.open(storage, 'lib');
const told = (store) => store.items().map(({ unit, pieces }) => [unit, pieces]);

test('a link names a case, a manual or a table, whole or one piece of it', () => {
  const read = (text) => PracticeBasket.parseQuery('?add=' + text);
  assert.deepStrictEqual(read('case:xitang'), { unit: 'case:xitang', piece: '' });
  assert.deepStrictEqual(read('manual:guanjia/c2-3'), { unit: 'manual:guanjia', piece: 'c2-3' });
  assert.deepStrictEqual(read('table%3Aoutcomes'), { unit: 'table:outcomes', piece: '' });
  ['', 'case:', 'book:xitang', 'case:../../etc', 'case:xitang/a/b', 'case:xitang/A b', 'xitang'].forEach((text) => assert.strictEqual(read(text), null, text));
  assert.strictEqual(PracticeBasket.parseQuery('?keep=check:a/b'), null);
});

test('pieces of one case gather in one item; the whole case holds them all', () => {
  const store = open(fakeStorage());
  assert.strictEqual(store.add('case:xitang', ['practice', 's-1'], '西塘'), true);
  assert.strictEqual(store.add('case:xitang', ['results'], '西塘'), true);
  assert.strictEqual(store.add('case:xitang', ['s-1', 'results'], '西塘'), false);
  assert.deepStrictEqual(told(store), [['case:xitang', ['practice', 's-1', 'results']]]);
  assert.strictEqual(store.add('case:xitang', null, '西塘'), true);
  assert.strictEqual(store.add('case:xitang', ['practice'], '西塘'), false);
  assert.deepStrictEqual(told(store), [['case:xitang', null]]);
});

test('items keep the reader’s order', () => {
  const store = open(fakeStorage());
  ['case:a', 'case:b', 'table:c'].forEach((unit) => store.add(unit, null, unit));
  store.move('table:c', -1);
  store.move('case:a', -1);
  store.move('case:b', 1);
  assert.deepStrictEqual(told(store).map(([unit]) => unit), ['case:a', 'table:c', 'case:b']);
  const removed = store.remove('table:c');
  store.restore(removed);
  assert.deepStrictEqual(told(store).map(([unit]) => unit), ['case:a', 'table:c', 'case:b']);
});

test('a case of which nothing is chosen stays, with what opens it', () => {
  const store = open(fakeStorage());
  store.add('case:a', null, 'A');
  store.choose('case:a', []);
  assert.deepStrictEqual(told(store), [['case:a', []]]);
});

test('title and date are kept, a day that the calendar has not is none', () => {
  const store = open(fakeStorage());
  const empty = { title: '', by: '', date: '', withoutTerms: false, withoutSources: false };
  assert.deepStrictEqual(store.cover(), empty);
  store.setCover({ title: ' 讲义\n一 ', date: '2026-02-29' });
  assert.deepStrictEqual(store.cover(), Object.assign({}, empty, { title: '讲义 一' }));
  store.setCover({ date: '2026-11-26' });
  store.setCover({ withoutTerms: true, by: '某街道 某某' });
  assert.deepStrictEqual(store.cover(), { title: '讲义 一', by: '某街道 某某', date: '2026-11-26', withoutTerms: true, withoutSources: false });
});

test('two tabs that change different things of the cover lose neither', () => {
  const storage = fakeStorage();
  const [one, other] = [open(storage), open(storage)];
  one.cover();
  other.setCover({ date: '2026-11-26' });
  one.setCover({ title: '讲义' });
  assert.deepStrictEqual([other.cover().title, one.cover().date], ['讲义', '2026-11-26']);
});

test('a saved basket opens on another machine as it was', () => {
  const store = open(fakeStorage());
  store.add('case:a', ['s-1'], 'A');
  store.add('table:t', null, 'T');
  store.setCover({ title: '讲义', date: '2026-11-26' });
  const { items, cover } = PracticeBasket.read('\ufeff' + store.write(), 'lib');
  assert.deepStrictEqual([items, cover], [store.items(), store.cover()]);
});

test('a file that is no basket says what is wrong', () => {
  const good = JSON.parse(open(fakeStorage({ [NAME]: JSON.stringify({ version: 1, items: [{ unit: 'case:a', title: 'A', pieces: null }] }) })).write());
  const read = (change) => () => PracticeBasket.read(typeof change === 'string' ? change : JSON.stringify(Object.assign({}, good, change)), 'lib');
  assert.throws(read('{"kind":'), /不完整/);
  assert.throws(read('[]'), /不是讲义篮文件/);
  assert.throws(read({ kind: 'other' }), /不是讲义篮文件/);
  assert.throws(read({ version: 2 }), /版本这里读不了/);
  assert.throws(read({ cover: { title: '\ufffd' } }), /编码不对/);
  assert.throws(read({ library: 'other' }), /另一个资料库/);
  assert.throws(read({ items: [{ unit: 'javascript:alert(1)', pieces: null }] }), /没有可用的内容/);
  assert.doesNotThrow(read({ cover: null }));
});

test('what is spoiled in storage is put aside, the rest goes on', () => {
  const value = JSON.stringify({ version: 1, items: [{ unit: 'case:a', title: 'A', pieces: ['ok', '<b>'] }, { unit: '../x', pieces: null }, 7] });
  const storage = fakeStorage({ [NAME]: value });
  const store = open(storage);
  assert.deepStrictEqual(told(store), [['case:a', ['ok']]]);
  assert.strictEqual(store.damaged, true);
  assert.strictEqual(storage.values.get(NAME + ':damaged'), value);
  store.clear();
  assert.strictEqual(store.isEmpty(), true);
});

const PIECES = [['a', 1], ['a1', 2], ['a2', 2], ['b', 1], ['b1', 2]].map(([id, depth]) => ({ id, title: id.toUpperCase(), depth }));

test('a part brings the sections below it', () => {
  assert.deepStrictEqual(withBelow(PIECES, 0).map(({ id }) => id), ['a', 'a1', 'a2']);
  assert.deepStrictEqual(withBelow(PIECES, 4).map(({ id }) => id), ['b1']);
});

test('what is taken is told in few words, and what a part lacks', () => {
  assert.strictEqual(summary(PIECES, null), '全部内容');
  assert.strictEqual(summary(PIECES, ['a', 'a1', 'a2', 'b1']), '2 处：A、B1');
  assert.strictEqual(summary(PIECES, ['a', 'a2', 'b']), '2 处：A（少 1 节）、B（少 1 节）');
  assert.strictEqual(summary(PIECES, []), '一处也没有选，只印开头的概况');
});
