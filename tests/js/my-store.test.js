'use strict';
const test = require('node:test');
const assert = require('node:assert');
const path = require('path');
const PracticeStore = require(path.join(__dirname, '../../theme/static/my-store.js'));
const { fakeStorage } = require('./storage.js');

const NAME = 'shijianku:demo:checklists';
const ID = 'guanjia/07-zicha';
const OTHER = 'jingqu/08-richang';

const open = (storage) => PracticeStore.open(storage, 'demo');
const done = (store, id = ID) => store.get(id).done;

test('an address that keeps a checklist is read, with and without ticks', () => {
  assert.deepStrictEqual(PracticeStore.parseQuery('?keep=check:guanjia/07-zicha&done=a1b2c3,d4e5f6'), { id: ID, done: ['a1b2c3', 'd4e5f6'] });
  assert.deepStrictEqual(PracticeStore.parseQuery('?keep=check%3Aguanjia%2F07-zicha&done=a1b2c3%2Cd4e5f6'), { id: ID, done: ['a1b2c3', 'd4e5f6'] });
  assert.deepStrictEqual(PracticeStore.parseQuery('?keep=check:guanjia/07-zicha&done='), { id: ID, done: [] });
  assert.deepStrictEqual(PracticeStore.parseQuery('?keep=check:guanjia/07-zicha'), { id: ID, done: null });
});

test('keys that are none, and repeated ones, are left out', () => {
  const { done: keys } = PracticeStore.parseQuery('?keep=check:a/b&done=a1b2c3,A1B2C3,a1b2c,a1b2c3,<img>,__proto__,' + 'x'.repeat(10000));
  assert.deepStrictEqual(keys, ['a1b2c3']);
});

test('an address that keeps nothing gives null', () => {
  const others = ['', '?', '?q=x', '?keep=', '?keep=check:', '?keep=check:a', '?keep=check:a/b/c', '?keep=check:A/b', '?keep=case:a/b',
    '?keep=check:../b', '?keep=check:a/b%0A', '?keep=check:<img onerror=x>', '?keep=%E0%A4%A', '?keep=check:' + '甲'.repeat(10000)];
  for (const search of others) assert.strictEqual(PracticeStore.parseQuery(search), null, search.slice(0, 40));
});

test('what is kept is there for the next page, newest first', () => {
  const storage = fakeStorage();
  open(storage).keep(ID, { done: ['a1b2c3'], date: '2026-11-22', title: '每日自查' });
  open(storage).keep(OTHER, { date: '2026-11-23' });
  assert.deepStrictEqual(open(storage).lists(), [
    { id: OTHER, title: '', kept: '2026-11-23', done: [] },
    { id: ID, title: '每日自查', kept: '2026-11-22', done: ['a1b2c3'] },
  ]);
  assert.strictEqual(JSON.parse(storage.values.get(NAME)).version, 1);
  assert.deepStrictEqual([...storage.values.keys()], [NAME]);
});

test('kept again: the ticks handed over win, the date is renewed, and the list as it was is given back', () => {
  const store = open(fakeStorage());
  store.keep(ID, { done: ['a1b2c3', 'd4e5f6'], date: '2026-11-22', title: '每日自查' });
  const before = store.keep(ID, { done: ['ffffff'], date: '2026-11-23' });
  assert.deepStrictEqual(store.lists(), [{ id: ID, title: '每日自查', kept: '2026-11-23', done: ['ffffff'] }]);
  store.restore(before);
  assert.deepStrictEqual(store.lists(), [{ id: ID, title: '每日自查', kept: '2026-11-22', done: ['a1b2c3', 'd4e5f6'] }]);
});

test('kept again without a word of ticks: its own stay; handed over none: none stay', () => {
  const store = open(fakeStorage());
  store.keep(ID, { done: ['a1b2c3'] });
  store.keep(ID, { done: null });
  assert.deepStrictEqual(done(store), ['a1b2c3']);
  store.keep(ID, { done: [] });
  assert.deepStrictEqual(done(store), []);
});

test('ticks come and go one by one, and only keys of the right form', () => {
  const store = open(fakeStorage());
  store.keep(ID);
  for (const key of ['a1b2c3', 'd4e5f6', 'a1b2c3', '__proto__', 'A1B2C3', '']) store.tick(ID, key);
  assert.deepStrictEqual(done(store), ['a1b2c3', 'd4e5f6']);
  store.untick(ID, 'a1b2c3');
  store.untick(ID, 'a1b2c3');
  assert.deepStrictEqual(done(store), ['d4e5f6']);
  store.tick(OTHER, 'a1b2c3');
  assert.strictEqual(store.get(OTHER), null);
  assert.strictEqual(store.keep('no id', {}), null);
  assert.strictEqual(store.lists().length, 1);
});

test('reset and remove give back what restores them, in its place', () => {
  const store = open(fakeStorage());
  for (const id of ['a/1', 'a/2', 'a/3']) store.keep(id, { done: ['a1b2c3'] });
  const whole = store.lists();
  const before = store.reset('a/2');
  assert.deepStrictEqual(done(store, 'a/2'), []);
  store.restore(before);
  assert.deepStrictEqual(store.lists(), whole);
  const { list, at } = store.remove('a/2');
  assert.deepStrictEqual(store.lists().map(({ id }) => id), ['a/3', 'a/1']);
  store.restore(list, at);
  assert.deepStrictEqual(store.lists(), whole);
  assert.strictEqual(store.reset('a/9'), null);
  assert.strictEqual(store.remove('a/9'), null);
});

test('garbage in storage: starts empty and keeps the garbage aside', () => {
  const garbage = ['', '{', 'null', '17', '[]', '"x"', '{"version":2,"lists":[]}', '{"version":1}', '{"version":1,"lists":{}}'];
  for (const text of garbage) {
    const storage = fakeStorage({ [NAME]: text });
    const store = open(storage);
    assert.deepStrictEqual(store.lists(), [], text);
    assert.strictEqual(store.damaged, true, text);
    store.keep(ID, { done: ['a1b2c3'] });
    assert.deepStrictEqual(done(open(storage)), ['a1b2c3'], text);
    assert.strictEqual(storage.values.get(NAME + ':damaged'), text);
  }
});

test('of a half-damaged value the good half is read', () => {
  const good = { id: ID, title: '每日自查', kept: '2026-11-22', done: ['a1b2c3'] };
  const lists = [null, 5, { id: '../x', done: [] }, { id: OTHER }, Object.assign({}, good, { done: ['a1b2c3', '<b>', 7] }), good];
  const text = JSON.stringify({ version: 1, lists });
  const storage = fakeStorage({ [NAME]: text });
  assert.deepStrictEqual(open(storage).lists(), [good]);
  assert.strictEqual(storage.values.get(NAME + ':damaged'), text);
});

test('an empty storage is not damaged', () => {
  const store = open(fakeStorage());
  assert.deepStrictEqual([store.lists(), store.damaged, store.available, store.isEmpty()], [[], false, true, true]);
});

test('clearing leaves nothing of this library and all of the others', () => {
  const storage = fakeStorage({ [NAME]: '{', 'shijianku:other:checklists': 'theirs' });
  const store = open(storage);
  store.lists();
  assert.strictEqual(store.isEmpty(), false);
  store.keep(ID);
  store.clear();
  assert.deepStrictEqual([...storage.values], [['shijianku:other:checklists', 'theirs']]);
  assert.strictEqual(store.isEmpty(), true);
});

test('without a storage that works everything is kept for as long as the page stands', () => {
  for (const storage of [null, fakeStorage({}, ['setItem']), fakeStorage({}, ['getItem', 'setItem', 'removeItem'])]) {
    const store = open(storage);
    assert.strictEqual(store.available, false);
    store.keep(ID, { done: ['a1b2c3'] });
    store.tick(ID, 'd4e5f6');
    assert.deepStrictEqual(done(store), ['a1b2c3', 'd4e5f6']);
    store.restore(store.reset(ID));
    store.remove(OTHER);
    assert.deepStrictEqual(done(store), ['a1b2c3', 'd4e5f6']);
    store.clear();
    assert.deepStrictEqual([store.lists(), store.isEmpty()], [[], true]);
  }
});

test('a storage that is full keeps what it had; the page goes on by itself', () => {
  const storage = fakeStorage();
  const store = open(storage);
  store.keep(ID, { done: ['a1b2c3'] });
  storage.broken.push('setItem');
  store.tick(ID, 'd4e5f6');
  assert.strictEqual(store.available, false);
  assert.deepStrictEqual(done(store), ['a1b2c3', 'd4e5f6']);
  assert.match(storage.values.get(NAME), /a1b2c3/);
});
