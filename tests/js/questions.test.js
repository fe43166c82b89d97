'use strict';
const test = require('node:test');
const assert = require('node:assert');
const Near = require('../../theme/static/search-near.js');
const Questions = require('../../theme/static/search-questions.js');
const { PracticeSearch, loader, fold, key } = require('./harness.js');

const TABLE = [
  ['物业费收上来了吗', ['交费的人多不多', 'PPP 模式 赚钱吗'], [], 'faq.html', 'q-fee', [4, 9]],
  ['谁来管物业', ['物业 归哪个部门'], [], 'faq.html', 'q-who', [9]],
  ['网格员做什么', [], [], 'faq.html', 'q-grid', [2]],
  ['西塘三方是哪三方', [], ['西塘'], 'faq.html', 'q-xitang', [5]],
  ['三方协同是哪三方', ['萧山 三方 是哪三方'], ['萧山'], 'faq.html', 'q-xiaoshan', [6]],
];
const asked = (text) => Questions.create(TABLE, fold).asked(text.split(' ').map(fold).filter(Boolean));
const like = (text) => asked(text).like.map((question) => question.text);

test.beforeEach(() => PracticeSearch.useLoader(loader()));

test('a question asked in one of its wordings is wholly like it, whatever its case and punctuation', () => {
  for (const text of ['物业费收上来了吗', '交费的人多不多？', 'ppp模式 赚钱吗', '网格员做什么']) {
    assert.strictEqual(Math.max(...Array.from(asked(text).answering.values(), (found) => found.likeness)), 1, text);
  }
});

test('a question of which little is shared is not offered', () => {
  assert.deepStrictEqual(like('物业费收得上来吗'), ['物业费收上来了吗']);
  assert.deepStrictEqual(like('谁管物业'), ['谁来管物业']);
  assert.deepStrictEqual(like('今天天气怎么样'), []);
  assert.deepStrictEqual(like(''), []);
});

test('each further answer of a question counts less, and a record keeps the question that says most for it', () => {
  const found = asked('物业费收上来了吗').answering;
  assert.deepStrictEqual(Array.from(found.keys()), [4, 9]);
  assert.ok(found.get(4).likeness > found.get(9).likeness);
  assert.strictEqual(asked('谁来管物业').answering.get(9).question.text, '谁来管物业');
});

test('a query that names a place is like no question about another', () => {
  assert.deepStrictEqual(like('西塘三方是哪三方'), ['西塘三方是哪三方']);
  assert.deepStrictEqual(like('萧山三方是哪三方'), ['三方协同是哪三方']);
  assert.deepStrictEqual(like('三方是哪三方').sort(), ['三方协同是哪三方', '西塘三方是哪三方']);
  assert.deepStrictEqual(like('西塘的网格员做什么'), ['网格员做什么']);
});

test('what no record says in these words is answered through a question, and the hit says which', async () => {
  const { hits: [hit], questions } = await PracticeSearch.query('小偷变少没有');
  assert.deepStrictEqual([hit.match, hit.via, key(hit)], ['near', '小偷少了没有', 'cases/xitang.html#fig-reports']);
  assert.deepStrictEqual(questions, [{ text: '小偷少了没有', page: 'faq.html', anchor: 'q-xiao-tou' }]);
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
  assert.deepStrictEqual((await PracticeSearch.query('这里不回答')).questions, []);
});

test('without the script of questions the rest is answered, and the file is named', async () => {
  PracticeSearch.useLoader(loader((name, text) => {
    if (name === 'questions') throw Object.assign(new Error('gone'), { file: 'search/questions.js' });
    return text;
  }));
  const { hits, missing } = await PracticeSearch.query('有多少党员报到了？');
  assert.deepStrictEqual([key(hits[0]), missing], ['cases/chengyang.html#practice', ['search/questions.js']]);
});

test('two characters that stand nowhere are answered only by a question asked in just these', async () => {
  const { hits, questions } = await PracticeSearch.query('电梯');
  assert.deepStrictEqual([hits.map(key), questions.length], [[], 0]);
  const { hits: [hit] } = await PracticeSearch.query('教案');
  assert.deepStrictEqual([hit.match, hit.via, key(hit)], ['near', '有没有课件', 'terms.html#term-grid']);
});

test('words that stand nowhere are named, and what filters leave out is counted', async () => {
  assert.deepStrictEqual((await PracticeSearch.query('网格 电梯')).absent, ['电梯']);
  assert.deepStrictEqual((await PracticeSearch.query('党员 网格')).absent, []);
  const { total, unfiltered } = await PracticeSearch.query('报案率', { facets: { 省份: ['山东省'] } });
  assert.deepStrictEqual([total, unfiltered], [0, 1]);
});

test('a query that ends in 没有 asks, one that begins with it does not', () => {
  assert.deepStrictEqual(Near.units(['收上来没有？']).map(({ text }) => text), ['收上', '上来']);
  assert.deepStrictEqual(Near.units(['没有人管']).map(({ text }) => text), ['没有', '有人', '人管']);
  assert.deepStrictEqual(Near.units(['没有']).map(({ text }) => text), ['没有']);
});
