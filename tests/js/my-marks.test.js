'use strict';
const test = require('node:test');
const assert = require('node:assert');
const path = require('path');
const PracticeMarks = require(path.join(__dirname, '../../theme/static/my-marks.js'));
const { fakeStorage } = require('./storage.js');

const NAME = 'shijianku:demo:marks';
const open = (storage) => PracticeMarks.open(storage, 'demo');
const place = (anchor, page = 'cases/xitang.html') => ({ page, anchor, title: '标题' + anchor, pageTitle: '西塘' });
const at = (minute) => '2026-11-26T08:' + String(minute).padStart(2, '0') + ':00.000Z';
const anchors = (store) => store.list().map(({ anchor }) => anchor);
const ask = (mark, title = '', page = '') => '?' + new URLSearchParams({ mark, title, page });

test('an address that keeps a mark is read: the page, its anchor, and what both are called', () => {
  assert.deepStrictEqual(PracticeMarks.parseQuery('?mark=cases%2Fxitang.html%23practice&title=%E5%81%9A%E6%B3%95&page=%E8%A5%BF%E5%A1%98'),
    { page: 'cases/xitang.html', anchor: 'practice', title: '做法', pageTitle: '西塘' });
  for (const [mark, page, anchor] of [['terms.html', 'terms.html', ''], ['manuals/guanjia/02-meiri.html#c2-1', 'manuals/guanjia/02-meiri.html', 'c2-1']]) {
    assert.deepStrictEqual(PracticeMarks.parseQuery(ask(mark)), { page, anchor, title: '', pageTitle: '' });
  }
});

test('an address that would lead out of the site keeps nothing', () => {
  const hostile = ['', '#a', 'javascript:alert(1)', 'javascript:alert(1)//a.html', 'https://evil.example/a.html', '//evil.example/a.html', '/etc/a.html', '../a.html', 'cases/../../a.html',
    'cases//a.html', 'cases/./a.html', 'cases\\a.html', 'cases/a.html?x=1', 'cases/a.html#a#b', 'cases/a.html#<img>', 'cases/a.html# a', 'cases/A.HTML', 'cases/a.html\n', 'data:text/html,a.html',
    'cases/a.htm', 'a/b/c/d/e.html', 'a'.repeat(200) + '.html', 'cases/a.html#' + 'b'.repeat(100), 'cases/%2e%2e/a.html', '．．/a.html'];
  hostile.forEach((mark) => assert.strictEqual(PracticeMarks.parseQuery(ask(mark)), null, mark));
  assert.strictEqual(PracticeMarks.parseQuery('?keep=search:a'), null);
});

test('titles are one line of bounded length, without what turns the direction of writing', () => {
  const { title, pageTitle } = PracticeMarks.parseQuery(ask('terms.html', ' 一\n二\u202e三 ', '塘'.repeat(119) + '\u{20000}'));
  assert.deepStrictEqual([title, pageTitle], ['一 二 三', '塘'.repeat(119)]);
});

test('what is kept is there for the next page, newest first, each place once', () => {
  const storage = fakeStorage();
  open(storage).keep(place('a'), at(1));
  open(storage).keep(place('b'), at(2));
  open(storage).write(place('a'), '记一笔\r\n第二行', at(3));
  open(storage).keep(place('a'), at(4));
  assert.deepStrictEqual(open(storage).list(), [
    Object.assign(place('a'), { note: '记一笔\n第二行', kept: at(4), changed: at(3) }),
    Object.assign(place('b'), { note: '', kept: at(2), changed: at(2) }),
  ]);
  assert.deepStrictEqual([...storage.values.keys()], [NAME]);
});

test('a note ends at 2,000 characters, never within one; its lines stay', () => {
  const store = open(fakeStorage());
  store.keep(place('a'), at(1));
  assert.strictEqual(store.write(place('a'), '长'.repeat(3000), at(2)).note.length, 2000);
  assert.strictEqual(store.write(place('a'), '长'.repeat(1999) + '\u{20000}', at(2)).note, '长'.repeat(1999));
  assert.strictEqual(store.write(place('a'), '一\n\t二\u0000', at(2)).note, '一\n\t二');
  assert.strictEqual(store.write(place('gone'), '一', at(2)), null);
});

test('when there is no room nothing is thrown away', () => {
  const store = open(fakeStorage());
  for (let number = 0; number < PracticeMarks.most; number += 1) store.keep(place('a' + number), at(number % 60));
  assert.strictEqual(store.keep(place('more'), at(59)), null);
  assert.strictEqual(store.list().length, PracticeMarks.most);
  assert.notStrictEqual(store.keep(place('a7'), at(59)), null);
});

test('one is removed with its note and put back where it stood', () => {
  const store = open(fakeStorage());
  ['a', 'b', 'c'].forEach((anchor, index) => store.keep(place(anchor), at(index)));
  store.write(place('b'), '笔记', at(9));
  const whole = store.list();
  const removed = store.remove(place('b'));
  assert.deepStrictEqual([anchors(store), removed.note], [['c', 'a'], '笔记']);
  store.restore(removed);
  assert.deepStrictEqual(store.list(), whole);
  assert.strictEqual(store.remove(place('none')), null);
});

test('of a half-damaged value the good half is read, the whole is put aside', () => {
  const good = Object.assign(place('a'), { note: '笔记', kept: at(1), changed: at(2) });
  const value = JSON.stringify({ version: 1, marks: [null, 7, place('x', '../x.html'), place('x', 'javascript:alert(1)'), good, Object.assign(place('b'), { note: 7, kept: 'today', changed: {} })] });
  const storage = fakeStorage({ [NAME]: value });
  const store = open(storage);
  assert.deepStrictEqual(store.list(), [good, Object.assign(place('b'), { note: '', kept: '', changed: '' })]);
  assert.strictEqual(store.shelf.damaged, true);
  assert.strictEqual(storage.values.get(NAME + ':damaged'), value);
});

test('without a storage that works marks and notes are kept for as long as the page stands', () => {
  for (const storage of [null, fakeStorage({}, ['setItem']), fakeStorage({}, ['getItem', 'setItem', 'removeItem'])]) {
    const store = open(storage);
    store.keep(place('a'), at(1));
    store.write(place('a'), '笔记', at(2));
    assert.deepStrictEqual([store.available, store.list()[0].note], [false, '笔记']);
  }
});

test('marks are told by page; as text they have titles, places and notes on lines that Windows ends', () => {
  const store = open(fakeStorage());
  store.keep(place('a'), at(1));
  store.keep({ page: 'terms.html', anchor: '', title: '', pageTitle: '术语' }, at(2));
  store.keep(place('b'), at(3));
  store.write(place('b'), '一\n二', at(4));
  assert.deepStrictEqual(PracticeMarks.byPage(store.list()).map(({ pageTitle, marks }) => [pageTitle, marks.length]), [['西塘', 2], ['术语', 1]]);
  assert.strictEqual(PracticeMarks.text(store.list(), ['笔记']), '\ufeff' + ['笔记', '', '', '【西塘】', '', '标题b', '位置：cases/xitang.html#b', '笔记：', '一', '二', '', '标题a', '位置：cases/xitang.html#a',
    '', '', '【术语】', '', '整页', '位置：terms.html', ''].join('\r\n'));
});
