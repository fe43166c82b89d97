'use strict';
const test = require('node:test');
const assert = require('node:assert');
const at = '../../theme/static/';
const PracticeFile = require(at + 'my-file.js');
const Stores = ['basket-store', 'my-marks', 'my-searches', 'my-store', 'course-store'].map((name) => require(at + name + '.js'));
const { fakeStorage } = require('./storage.js');

const open = (storage = fakeStorage()) => Stores.map((store) => store.open(storage, 'lib'));
const shelvesOf = (stores) => [].concat(...stores.map(({ shelves }) => shelves));
const contents = (stores) => shelvesOf(stores).map((shelf) => shelf.entries());
const place = (anchor) => ({ page: 'cases/a.html', anchor, title: anchor, pageTitle: 'A' });
const EARLY = '2026-11-01T08:00:00.000Z';
const LATE = '2026-11-02T08:00:00.000Z';

function fill([basket, marks, searches, lists, courses]) {
  basket.add('case:a', ['s-1'], 'A');
  basket.setCover({ title: '讲义' });
  marks.keep(place('s-1'), EARLY);
  marks.write(place('s-1'), '笔记', EARLY);
  searches.keep({ text: '网格', chosen: [], sort: 'relevance' }, '2026-11-01');
  lists.keep('guanjia/07-zicha', { done: ['a1b2c3'], title: '自查' });
  courses.keep('duibi', { title: '对比', date: '2026-11-01' });
}

function bring(stores, text) {
  const shelves = shelvesOf(stores);
  return PracticeFile.merge(shelves, 'lib', PracticeFile.read(text, 'lib'));
}

const write = (stores) => PracticeFile.write(shelvesOf(stores), 'lib', '2026-11-26');

test('everything kept here is there on another machine, and taken back by one step', () => {
  const [here, there] = [open(), open()];
  fill(here);
  const merged = bring(there, '\ufeff' + write(here));
  assert.deepStrictEqual(contents(there), contents(here));
  assert.deepStrictEqual([merged.isChanged, merged.unknown, merged.told.map(({ added }) => added)], [true, 0, [1, 1, 1, 1, 1, 1]]);
  merged.undo();
  assert.ok(contents(there).every((entries) => entries.length === 0));
});

test('a file of what is already here changes nothing and says so', () => {
  const here = open();
  fill(here);
  const merged = bring(here, write(here));
  assert.strictEqual(merged.isChanged, false);
  assert.strictEqual(PracticeFile.inWords(merged), '文件里的内容这里已经都有。');
});

test('what is here stays; of what is in both, notes go by the last writing, pieces of the basket and steps of courses are joined, else the file wins', () => {
  const [here, there] = [open(), open()];
  fill(here);
  fill(there);
  const [basket, marks, , lists, courses] = there;
  const done = (anchor) => ({ done: [anchor], answers: {} });
  basket.choose('case:a', ['s-2']);
  basket.add('table:t', null, 'T');
  marks.write(place('s-1'), '后来写的', LATE);
  marks.keep(place('s-2'), LATE);
  lists.reset('guanjia/07-zicha');
  courses.update('duibi', done('s-one'));
  here[4].update('duibi', done('s-two'));
  const merged = bring(there, write(here));
  assert.deepStrictEqual(basket.items().map(({ unit, pieces }) => [unit, pieces]), [['case:a', ['s-2', 's-1']], ['table:t', null]]);
  assert.deepStrictEqual(marks.list().map(({ anchor, note }) => [anchor, note]), [['s-2', ''], ['s-1', '后来写的']]);
  assert.deepStrictEqual(lists.get('guanjia/07-zicha').done, ['a1b2c3']);
  assert.deepStrictEqual(courses.get('duibi').state.done, ['s-one', 's-two']);
  assert.strictEqual(PracticeFile.inWords(merged), '讲义篮更新 1 项；检查表更新 1 项；课程更新 1 项。');
});

test('a note is not lost to an empty one that is newer', () => {
  const [here, there] = [open(), open()];
  fill(there);
  here[1].keep(place('s-1'), LATE);
  bring(there, write(here));
  assert.strictEqual(there[1].list()[0].note, '笔记');
});

test('spoiled entries, unknown kinds and what there is no room for are left out and told', () => {
  const stores = open();
  const searches = Array.from({ length: 40 }, (_, number) => ({ text: '词' + number, chosen: [], sort: 'relevance', kept: '' }));
  const shelves = { searches, marks: [null, { page: '../../etc/passwd.html', anchor: '' }, { page: 'javascript:alert(1)' }], 'basket-cover': 'x', future: [1], ['__proto__']: [1] };
  const merged = bring(stores, JSON.stringify({ kind: 'shijianku-my', version: 1, library: 'lib', date: '<b>', shelves }));
  assert.deepStrictEqual([stores[2].list().length, stores[1].list().length], [30, 0]);
  assert.strictEqual(PracticeFile.inWords(merged), '检索新增 30 项。书签和笔记有 3 项读不出来或不完整；检索放不下，少放 10 项；另有 3 类资料这一版读不了，没有放进来。');
});

test('a file that is none of these says what is wrong', () => {
  const good = JSON.parse(write(open()));
  const read = (change) => () => PracticeFile.read(typeof change === 'string' ? change : JSON.stringify(Object.assign({}, good, change)), 'lib');
  assert.throws(read('{"kind":'), /不完整/);
  for (const text of ['null', '[]', '5', '"x"']) assert.throws(read(text), /不是资料文件/);
  assert.throws(read({ kind: 'other' }), /不是资料文件/);
  assert.throws(read({ kind: 'shijianku-basket' }), /打开讲义篮文件/);
  assert.throws(read({ shelves: null }), /不是资料文件/);
  assert.throws(read({ version: 2 }), /版本这里读不了/);
  assert.throws(read({ library: 'other' }), /另一个资料库/);
  assert.throws(read({ date: '\ufffd' }), /编码不对/);
  assert.strictEqual(read({ date: '<b>' })().date, '');
});
