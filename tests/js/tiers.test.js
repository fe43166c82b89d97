'use strict';
const test = require('node:test');
const assert = require('node:assert');
const Near = require('../../theme/static/search-near.js');
const { PracticeSearch, loader, found, key } = require('./harness.js');

test.beforeEach(() => PracticeSearch.useLoader(loader()));

async function tiers(query, options = { limit: Infinity }) {
  const { hits } = await PracticeSearch.query(query, options);
  return hits.map((hit) => [hit.match, key(hit)]);
}

const ORDER = { exact: 0, words: 1, context: 1, synonym: 2, pinyin: 3, near: 4 };

test('tiers come in their order and no record twice', async () => {
  for (const query of ['网格', '业委会', '党员 网格', 'hongse', '红色关家', '发案率', '西塘 网格', '物业 难']) {
    const found1 = await tiers(query);
    const ranks = found1.map(([match]) => ORDER[match]);
    assert.ok(ranks.length && ranks.every((rank, at) => rank >= 0 && (!at || rank >= ranks[at - 1])), query);
    assert.strictEqual(new Set(found1.map(([, place]) => place)).size, found1.length, query);
  }
});

test('a synonym is looked for below what stands as typed, and says what was looked for', async () => {
  const { hits } = await PracticeSearch.query('发案率');
  assert.deepStrictEqual(hits.map((hit) => [hit.match, hit.via, hit.anchor]), [['synonym', '报案率', 'fig-reports']]);
  assert.deepStrictEqual(await tiers('发案率 47.2%'), [['synonym', 'cases/xitang.html#fig-reports']]);
});

test('words of which some stand in the title of the page only are told apart', async () => {
  assert.deepStrictEqual((await tiers('西塘 报案率'))[0], ['context', 'cases/xitang.html#fig-reports']);
  assert.deepStrictEqual(await found('西塘 报案率', 'words'), []);
});

test('pinyin in full, in part and by initials finds the characters, and says which', async () => {
  for (const typed of ['yixinlianghui', 'yi xin liang hui', 'yxlh', 'yixinlh', 'YXLH']) {
    const { hits: [hit] } = await PracticeSearch.query(typed);
    assert.deepStrictEqual([hit.match, hit.via, hit.anchor], ['pinyin', '一心两会', 'top'], typed);
  }
});

test('letters that stand in the text come before those that only spell a name', async () => {
  assert.strictEqual((await tiers('red'))[0][0], 'exact');
});

test('a slip that sounds alike leads to the name, below nothing that stands as typed', async () => {
  const { hits: [hit] } = await PracticeSearch.query('红色关家');
  assert.deepStrictEqual([hit.match, hit.via, hit.anchor], ['pinyin', '红色管家', 'practice']);
});

test('one wrong, missing or added character comes near', async () => {
  for (const typed of ['景区大镇的物业', '景区古的物业服务', '景区古老镇的物业']) {
    assert.deepStrictEqual((await tiers(typed))[0], ['near', 'cases/xitang.html#top'], typed);
  }
});

test('a question in plain words finds what it is about', async () => {
  assert.deepStrictEqual((await tiers('有多少党员报到了？'))[0], ['near', 'cases/chengyang.html#practice']);
});

test('nothing comes near what is excluded', async () => {
  assert.deepStrictEqual(await tiers('-网格'), []);
  assert.deepStrictEqual(await tiers('古镇大全 -网格'), []);
});

test('a field narrows to pages, alone or beside words, and an unknown value is told', async () => {
  assert.deepStrictEqual(await tiers('省份:浙江'), [['exact', 'cases/xitang.html#top']]);
  assert.deepStrictEqual((await tiers('物业 省份：山东')).sort(), [['exact', 'cases/chengyang.html#practice'], ['exact', 'cases/chengyang.html#problems']]);
  const { total, unknown } = await PracticeSearch.query('物业 省份:浙工');
  assert.deepStrictEqual([total, unknown], [0, [['省份', '浙工', ['浙江省', '山东省']]]]);
});

test('what is excluded stays out of synonyms too', async () => {
  assert.deepStrictEqual(await tiers('发案率 47.2% -接管'), []);
});

test('excerpts can be brought later', async () => {
  const { hits: [hit] } = await PracticeSearch.query('1515', { excerpts: false });
  assert.deepStrictEqual([hit.excerpt, hit.place, hit.terms], [null, null, ['1515']]);
  const { hits: [whole] } = await PracticeSearch.query('1515');
  const { place, headingPieces, excerpt } = whole;
  assert.deepStrictEqual(await PracticeSearch.show(hit), { place, headingPieces, excerpt });
});

test('names are suggested, and the nearest ones', async () => {
  assert.deepStrictEqual((await PracticeSearch.suggest('红色'))[0].text, '红色管家');
  assert.deepStrictEqual((await PracticeSearch.suggest('yxlh'))[0].text, '一心两会');
  assert.deepStrictEqual((await PracticeSearch.nearest('一心三会'))[0].text, '一心两会');
});

test('a typed run that is common is found with the second words too', async () => {
  assert.deepStrictEqual(await found('党员 网格', 'words'), ['cases/chengyang.html#problems']);
});

test('where nothing stands as typed, words that readers type for one another are looked for too', async () => {
  assert.deepStrictEqual(await tiers('小块专人'), [['near', 'terms.html#term-grid']]);
  assert.ok((await tiers('小块')).every(([match]) => match !== 'near'));
});

test('where two words meet in a query says nothing of what is asked', () => {
  const units = Near.units(['成都物业']).map((unit) => ({ ...unit, found: { records: new Map([[unit.at, { positions: [] }]]), rarity: unit.text === '都物' ? 5 : 2 } }));
  const rank = { rarityOf: () => 9, score: ({ records }, record) => Number(records.has(record)), standing: () => 1 };
  assert.deepStrictEqual(Array.from(Near.score(units, rank).scores.keys()), [0, 2]);
});

test('question words are not cut out of other words', () => {
  assert.deepStrictEqual(Near.units(['没有参与的']).map(({ text }) => text), ['没有', '有参', '参与']);
});

test('a word that stands nowhere leaves the rest of the query in order', async () => {
  const { hits } = await PracticeSearch.query('党员报到 子虚乌有');
  assert.ok(hits.length && hits.every(({ score }) => score > 0));
  assert.deepStrictEqual([hits[0].match, key(hits[0])], ['near', 'cases/chengyang.html#practice']);
});

test('marks between words are not part of what is asked', () => {
  assert.deepStrictEqual(Near.units(['扣人、罚款(多少?)']).map(({ text }) => text), ['扣人', '罚款']);
});

test('a figure that is nowhere does not come near another figure', () => {
  assert.deepStrictEqual(Near.units(['2023年5a级']).map(({ text }) => text), ['2023', '2023年', '5a']);
});

test('marks at the ends of a word and between words are read as spaces, below what stands as typed', async () => {
  assert.deepStrictEqual((await tiers('《红色管家》？'))[0], ['words', 'cases/chengyang.html#practice']);
  assert.deepStrictEqual(await tiers('业委会，物业'), await tiers('业委会 物业'));
  assert.strictEqual((await tiers('业主、业委会'))[0][0], 'exact');
});
