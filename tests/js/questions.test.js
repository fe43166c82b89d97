'use strict';
const test = require('node:test');
const assert = require('node:assert');
const Near = require('../../theme/static/search-near.js');
const Questions = require('../../theme/static/search-questions.js');
const { PracticeSearch, loader, fold, key } = require('./harness.js');

const TABLE = [
  ['物业费收上来了吗', ['交费的人多不多', 'PPP 模式 赚钱吗'], 'faq.html', 'q-fee', [4, 9]],
  ['谁来管物业', ['物业 归哪个部门'], 'faq.html', 'q-who', [9]],
  ['网格员做什么', [], 'faq.html', 'q-grid', [2]],
];
const made = () => Questions.create(TABLE, fold);
const like = (text) => made().like(text).map((question) => question.text);

test.beforeEach(() => PracticeSearch.useLoader(loader()));

test('a question asked in one of its wordings is wholly like it, whatever its case and punctuation', () => {
  for (const text of ['物业费收上来了吗', '交费的人多不多？', 'ppp模式 赚钱吗', '网格员做什么']) {
    assert.strictEqual(Math.max(...Array.from(made().answering(text.split(' ').map(fold)).values(), (found) => found.likeness)), 1, text);
  }
});

test('a question of which little is shared is not offered', () => {
  assert.deepStrictEqual(like('物业费收得上来吗'), ['物业费收上来了吗']);
  assert.deepStrictEqual(like('谁管物业'), ['谁来管物业']);
  assert.deepStrictEqual(like('今天天气怎么样'), []);
  assert.deepStrictEqual(like(''), []);
});

test('each further answer of a question counts less, and a record keeps the question that says most for it', () => {
  const found = made().answering([fold('物业费收上来了吗')]);
  assert.deepStrictEqual(Array.from(found.keys()), [4, 9]);
  assert.ok(found.get(4).likeness > found.get(9).likeness);
  assert.strictEqual(made().answering([fold('谁来管物业')]).get(9).question, '谁来管物业');
});

test('what no record says in these words is answered through a question, and the hit says which', async () => {
  const { hits: [hit] } = await PracticeSearch.query('小偷变少没有');
  assert.deepStrictEqual([hit.match, hit.via, key(hit)], ['near', '小偷少了没有', 'cases/xitang.html#fig-reports']);
  assert.deepStrictEqual(await PracticeSearch.asked('小偷变少没有'), [{ text: '小偷少了没有', page: 'faq.html', anchor: 'q-xiao-tou' }]);
});

test('what stands as typed is found first, and no question leads past it', async () => {
  const { hits } = await PracticeSearch.query('党员到社区报到');
  assert.deepStrictEqual([hits[0].match, hits[0].via, key(hits[0])], ['exact', '', 'cases/chengyang.html#practice']);
});

test('of several answers the first stands first', async () => {
  const { hits } = await PracticeSearch.query('退休老干部找谁');
  assert.deepStrictEqual(hits.slice(0, 2).map(key), ['cases/chengyang.html#practice', 'cases/chengyang.html#problems']);
});

test('questions that lead to no page of the library are not offered', async () => {
  assert.deepStrictEqual(await PracticeSearch.asked('这里不回答'), []);
});

test('without the script of questions the rest is answered, and the file is named', async () => {
  PracticeSearch.useLoader(loader((name, text) => {
    if (name === 'questions') throw Object.assign(new Error('gone'), { file: 'search/questions.js' });
    return text;
  }));
  const { hits, missing } = await PracticeSearch.query('有多少党员报到了？');
  assert.deepStrictEqual([key(hits[0]), missing], ['cases/chengyang.html#practice', ['search/questions.js']]);
  await assert.rejects(PracticeSearch.asked('小偷变少没有'), { file: 'search/questions.js' });
});

test('a query that ends in 没有 asks, one that begins with it does not', () => {
  assert.deepStrictEqual(Near.units(['收上来没有？']).map(({ text }) => text), ['收上', '上来']);
  assert.deepStrictEqual(Near.units(['没有人管']).map(({ text }) => text), ['没有', '有人', '人管']);
  assert.deepStrictEqual(Near.units(['没有']).map(({ text }) => text), ['没有']);
});
