'use strict';
const test = require('node:test');
const assert = require('node:assert');
const path = require('path');
const State = require(path.join(__dirname, '../../theme/static/course-state.js'));
const Courses = require(path.join(__dirname, '../../theme/static/course-store.js'));
const { fakeStorage } = require('./storage.js');

const answer = (value, checked = false, right = null) => ({ value, checked, right });
const STATE = { done: ['s-yi'], answers: { a1b2c3: answer('0-2', true, true), d4e5f6: answer('网格划到楼栋') } };
const open = (storage) => Courses.open(storage, 'demo');

test('a state is written and read again whole', () => {
  assert.deepStrictEqual(State.read(State.write(STATE)), STATE);
});

test('of anything else nothing is taken that is none', () => {
  const empty = { done: [], answers: {} };
  for (const text of ['', 'null', '[]', '{}', '{"done":1,"answers":{}}', '{"done":[],"answers":null}', '<img>', '{"done":', null]) {
    assert.deepStrictEqual(State.read(text), empty, String(text));
  }
  const given = { done: ['s-yi', 's-yi', '<img>', '__proto__', 7], answers: { a1b2c3: { value: 1 }, __proto__x: answer('1'), ABCDEF: answer('1') } };
  assert.deepStrictEqual(State.read(JSON.stringify(given)), { done: ['s-yi'], answers: {} });
  assert.strictEqual(State.read(JSON.stringify({ done: [], answers: { a1b2c3: answer('字'.repeat(5000)) } })).answers.a1b2c3.value.length, 1000);
});

test('an answer is right only when nothing of it is missing and nothing too much', () => {
  assert.strictEqual(State.judge('multiple', '0-2', '0-2'), true);
  assert.strictEqual(State.judge('multiple', '0-2', '0'), false);
  assert.strictEqual(State.judge('multiple', '0-2', '0-1-2'), false);
  assert.strictEqual(State.judge('order', '2-1-3', '1-2-3'), false);
  assert.strictEqual(State.judge('open', '', '随便写'), null);
});

test('an answer can be looked at when every part of it is given', () => {
  assert.ok(State.isComplete('single', '1'));
  assert.ok(State.isComplete('pairs', '2-0-1'));
  for (const value of ['', '2--1', '-0-1', '2-0-']) assert.ok(!State.isComplete('pairs', value), value);
  assert.ok(!State.isComplete('open', '  '));
});

test('the score counts what was looked at, and judges no open question', () => {
  const state = { done: [], answers: { aaaaaa: answer('1', true, true), bbbbbb: answer('0', true, false), cccccc: answer('写了', true), dddddd: answer('2') } };
  assert.deepStrictEqual(State.score(state, ['aaaaaa', 'bbbbbb', 'cccccc', 'dddddd', 'eeeeee']), { checked: 3, right: 1, judged: 2 });
  assert.deepStrictEqual(State.score(state, ['eeeeee']), { checked: 0, right: 0, judged: 0 });
});

test('progress is told in the same words everywhere, and says that open questions do not count', () => {
  const state = { done: ['s-yi'], answers: { aaaaaa: answer('1', true, true), cccccc: answer('写了', true) } };
  const told = State.progress(state, ['s-yi', 's-er'], ['aaaaaa', 'cccccc', 'dddddd']);
  assert.strictEqual(told.text, '学完 1 / 2 步；自测 3 题，已对答案 2 题，答对 1 题（简答自己对照，不计）');
  assert.strictEqual(State.progress(State.empty(), ['s-yi'], []).text, '学完 0 / 1 步');
});

test('an address that hands over a course is read, any other is not', () => {
  const query = '?' + new URLSearchParams({ keep: 'course:rumen', title: '入门', at: State.write(STATE) });
  assert.deepStrictEqual(Courses.parseQuery(query), { id: 'rumen', title: '入门', state: STATE });
  assert.deepStrictEqual(Courses.parseQuery('?keep=course:rumen'), { id: 'rumen', title: '', state: State.empty() });
  for (const other of ['', '?keep=course:', '?keep=course:../a', '?keep=course:A', '?keep=check:a/b', '?keep=course:<img>']) {
    assert.strictEqual(Courses.parseQuery(other), null, other);
  }
});

test('a course that nobody keeps is not begun by its own page', () => {
  const storage = fakeStorage();
  assert.strictEqual(open(storage).update('rumen', STATE), false);
  assert.deepStrictEqual(open(storage).list(), []);
});

test('what is kept goes on, and what is handed over joins it: steps of both, the newer answers', () => {
  const storage = fakeStorage();
  open(storage).keep('rumen', { title: '入门', date: '2026-11-26', state: STATE });
  const newer = { done: ['s-er'], answers: { a1b2c3: answer('1', true, false) } };
  open(storage).keep('rumen', { date: '2026-11-27', state: newer });
  const kept = open(storage).get('rumen');
  assert.deepStrictEqual(kept.state.done, ['s-yi', 's-er']);
  assert.deepStrictEqual(kept.state.answers.a1b2c3, answer('1', true, false));
  assert.deepStrictEqual(kept.state.answers.d4e5f6, STATE.answers.d4e5f6);
  assert.strictEqual(kept.title, '入门');
  assert.ok(open(storage).update('rumen', State.empty()));
  assert.ok(State.isEmpty(open(storage).get('rumen').state));
});

test('what was reset or removed comes back as it was, where it was', () => {
  const storage = fakeStorage();
  const store = open(storage);
  ['jia', 'yi', 'bing'].forEach((id) => store.keep(id, { state: STATE }));
  const before = store.reset('yi');
  assert.ok(State.isEmpty(store.get('yi').state));
  store.restore(before);
  assert.deepStrictEqual(store.get('yi').state, STATE);
  const { course, at } = store.remove('yi');
  assert.deepStrictEqual(store.list().map(({ id }) => id), ['bing', 'jia']);
  store.restore(course, at);
  assert.deepStrictEqual(store.list().map(({ id }) => id), ['bing', 'yi', 'jia']);
  assert.strictEqual(store.remove('ding'), null);
});

test('a refused or full storage is told by update, so that the page keeps the state in its address', () => {
  const refused = Courses.open(null, 'demo');
  refused.keep('rumen', { state: STATE });
  assert.strictEqual(refused.update('rumen', STATE), false);
});
