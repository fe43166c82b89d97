'use strict';
const test = require('node:test');
const assert = require('node:assert');
const path = require('path');
const PracticeSearches = require(path.join(__dirname, '../../theme/static/my-searches.js'));
const { fakeStorage } = require('./storage.js');

const NAME = 'shijianku:demo:searches';
const open = (storage) => PracticeSearches.open(storage, 'demo');
const choice = (text, chosen = [], sort = 'relevance') => ({ text, chosen, sort });
const texts = (store) => store.list().map(({ text }) => text);

test('what is kept is there for the next page, newest first, each search once', () => {
  const storage = fakeStorage();
  open(storage).keep(choice(' 网格 '), '2026-11-22');
  open(storage).keep(choice('网格', [['省份', '浙江省']], 'added'), '2026-11-23');
  open(storage).keep(choice('47.2%'), '2026-11-24');
  open(storage).keep(choice('网格'), '2026-11-25');
  assert.deepStrictEqual(open(storage).list(), [
    { text: '网格', chosen: [], sort: 'relevance', kept: '2026-11-25' },
    { text: '47.2%', chosen: [], sort: 'relevance', kept: '2026-11-24' },
    { text: '网格', chosen: [['省份', '浙江省']], sort: 'added', kept: '2026-11-23' },
  ]);
  assert.deepStrictEqual([...storage.values.keys()], [NAME]);
  assert.strictEqual(JSON.parse(storage.values.get(NAME)).version, 1);
});

test('thirty are kept; the oldest go', () => {
  const store = open(fakeStorage());
  for (let number = 1; number <= 33; number += 1) store.keep(choice('词' + number));
  assert.deepStrictEqual([texts(store).length, texts(store)[0], texts(store)[29]], [30, '词33', '词4']);
});

test('nothing, and what is too long, is not kept', () => {
  const store = open(fakeStorage());
  for (const text of ['', '  ', '长'.repeat(10000)]) assert.strictEqual(store.keep(choice(text)), null);
  assert.strictEqual(store.keep(choice('网格', [['省份', '长'.repeat(10000)]])), null);
  assert.deepStrictEqual(store.list(), []);
});

test('one is removed and put back where it stood', () => {
  const store = open(fakeStorage());
  for (const text of ['甲', '乙', '丙']) store.keep(choice(text));
  const whole = store.list();
  assert.strictEqual(store.remove(whole[1]), 1);
  assert.deepStrictEqual(texts(store), ['丙', '甲']);
  store.restore(whole[1], 1);
  assert.deepStrictEqual(store.list(), whole);
  assert.strictEqual(store.remove(choice('丁')), -1);
  assert.deepStrictEqual(store.list(), whole);
});

test('garbage in storage: starts empty and keeps the garbage aside', () => {
  for (const text of ['', '{', 'null', '[]', '{"version":2,"searches":[]}', '{"version":1}', '{"version":1,"lists":[]}']) {
    const storage = fakeStorage({ [NAME]: text });
    const store = open(storage);
    assert.deepStrictEqual([store.list(), store.damaged], [[], true], text);
    store.keep(choice('网格'));
    assert.deepStrictEqual(texts(open(storage)), ['网格'], text);
    assert.strictEqual(storage.values.get(NAME + ':damaged'), text);
  }
});

test('of a half-damaged value the good half is read', () => {
  const good = { text: '网格', chosen: [['省份', '浙江省']], sort: 'added', kept: '2026-11-22' };
  const searches = [null, 5, 'x', { text: '网格' }, { text: 7, chosen: [] }, { text: '', chosen: [] }, good,
    { text: '物业', chosen: [['省份', '浙江省'], ['省份'], 7], sort: '<b>', kept: 'today' }];
  const store = open(fakeStorage({ [NAME]: JSON.stringify({ version: 1, searches }) }));
  assert.deepStrictEqual(store.list(), [good, { text: '物业', chosen: [['省份', '浙江省']], sort: 'relevance', kept: '' }]);
  assert.strictEqual(store.damaged, true);
});

test('clearing leaves nothing of this library’s searches and all of the rest', () => {
  const storage = fakeStorage({ [NAME]: '{', 'shijianku:demo:checklists': 'kept' });
  const store = open(storage);
  store.list();
  store.keep(choice('网格'));
  store.clear();
  assert.deepStrictEqual([...storage.values], [['shijianku:demo:checklists', 'kept']]);
  assert.strictEqual(store.isEmpty(), true);
});

test('without a storage that works searches are kept for as long as the page stands', () => {
  for (const storage of [null, fakeStorage({}, ['setItem']), fakeStorage({}, ['getItem', 'setItem', 'removeItem'])]) {
    const store = open(storage);
    assert.strictEqual(store.available, false);
    store.keep(choice('网格'));
    store.keep(choice('物业'));
    store.remove(choice('网格'));
    assert.deepStrictEqual(texts(store), ['物业']);
    store.clear();
    assert.deepStrictEqual(texts(store), []);
  }
});
