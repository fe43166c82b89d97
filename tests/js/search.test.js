'use strict';
const test = require('node:test');
const assert = require('node:assert');
const fs = require('fs');
const path = require('path');
const { PracticeShards, PracticeSearch, library, loader, parseQuery, plainScan, found, key, FIXTURE } = require('./harness.js');

test.beforeEach(() => PracticeSearch.useLoader(loader()));

test('every run of 1 to 8 characters of every block is found exactly where a plain scan finds it', async () => {
  const runs = new Set();
  for (const { blocks } of library) {
    for (const [text] of blocks) {
      const chars = Array.from(text);
      chars.forEach((_, start) => {
        for (let length = 1; length <= 8 && start + length <= chars.length; length += 1) runs.add(chars.slice(start, start + length).join(''));
      });
    }
  }
  assert.ok(runs.size > 1000);
  for (const run of runs) assert.deepStrictEqual(await found(run), plainScan(run), JSON.stringify(run));
});

test('whole blocks are found, and nothing crosses a border', async () => {
  for (const { blocks } of library) {
    for (const [text] of blocks) assert.deepStrictEqual(await found(text), plainScan(text));
    const [last, first] = [blocks[0][0].slice(-1), blocks[1][0].slice(0, 1)];
    assert.deepStrictEqual(await found('"' + last + first + '"'), plainScan(last + first));
  }
});

test('runs that stand nowhere are not found', async () => {
  for (const query of ['难难难难', '格网', '𠮷家', 'x', '47.3%', '龘']) assert.deepStrictEqual(await found(query), plainScan(query));
});

test('half of a character is no character', async () => {
  for (const half of ['\ud842', '\udfb7']) assert.deepStrictEqual(await found(half), []);
});

test('traditional, full-width and quoted queries equal plain ones', async () => {
  assert.deepStrictEqual(await found('黨建聯盟'), ['cases/chengyang.html#practice']);
  assert.deepStrictEqual(await found('４７．２％'), ['cases/xitang.html#fig-reports']);
  assert.deepStrictEqual(await found('“一心兩會”'), await found('一心两会'));
  assert.deepStrictEqual(await found('面积1200m2'), ['cases/chengyang.html#practice']);
});

test('words are tried after the whole query and labelled', async () => {
  assert.deepStrictEqual(await found('党建 与网格'), ['terms.html#term-grid']);
  assert.deepStrictEqual(await found('党员 网格', 'words'), ['cases/chengyang.html#problems']);
  assert.deepStrictEqual(await found('党员 网格'), []);
  assert.deepStrictEqual(await found('"党员 网格"', 'words'), []);
});

test('a record that holds the whole query is not listed again for its words', async () => {
  const { total, hits } = await PracticeSearch.query('党员 报到');
  assert.deepStrictEqual(hits.map((hit) => [key(hit), hit.match]), [['cases/chengyang.html#practice', 'exact']]);
  assert.strictEqual(total, 1);
});

test('a minus excludes, a negative figure is a figure', async () => {
  assert.deepStrictEqual(await found('物业 -社区'), ['cases/xitang.html#top']);
  assert.deepStrictEqual(await found('-47.2%'), ['cases/xitang.html#fig-reports']);
});

test('a hit in a heading comes first', async () => {
  const { hits } = await PracticeSearch.query('网格');
  assert.deepStrictEqual([hits[0].page, hits[0].anchor, hits[0].title, hits[0].type], ['terms.html', 'term-grid', '术语', '术语']);
  assert.ok(hits[0].score > hits[1].score);
});

test('the limit limits hits, not the total', async () => {
  const { total, pages, hits } = await PracticeSearch.query('物业', { limit: 2 });
  assert.deepStrictEqual([total, pages, hits.length], [3, 2, 2]);
});

test('facets filter by page, are alternatives within and conditions between, and are counted without themselves', async () => {
  const all = await PracticeSearch.query('网格');
  assert.deepStrictEqual(all.facets, [['类型', [['案例', 2], ['术语', 1]]], ['省份', [['浙江省', 1], ['山东省', 1]]]]);
  const one = await PracticeSearch.query('网格', { facets: { 省份: '山东省' } });
  assert.deepStrictEqual([one.total, one.hits.map(key)], [1, ['cases/chengyang.html#problems']]);
  assert.deepStrictEqual(one.facets, [['类型', [['案例', 1]]], ['省份', [['浙江省', 1], ['山东省', 1]]]]);
  const two = { facets: { 省份: ['山东省', '浙江省'], 类型: ['案例'] } };
  assert.strictEqual((await PracticeSearch.query('网格', two)).total, 2);
  assert.strictEqual((await PracticeSearch.query('网格', { facets: { 省份: [] } })).total, 3);
  assert.strictEqual((await PracticeSearch.query('网格', { facets: { 年份: ['2020'], __proto__: ['x'] } })).total, 0);
});

test('the excerpt is original text with the hits marked', async () => {
  const { hits: [hit] } = await PracticeSearch.query('1200m2');
  assert.deepStrictEqual(hit.excerpt.slice(-3), [['面積', false], ['1200㎡', true], [' 𠮷野家😀 e\u0301a', false]]);
});

test('a hit names the row it stands in and marks the heading', async () => {
  const { hits: [hit] } = await PracticeSearch.query('1515');
  assert.deepStrictEqual([hit.anchor, hit.place], ['fig-reports', 'row-1515']);
  const { hits: [term] } = await PracticeSearch.query('網格');
  assert.deepStrictEqual([term.place, term.headingPieces], ['term-grid', [['网格', true]]]);
});

function commonRuns() {
  const manifest = JSON.parse(/\{.*\}/s.exec(fs.readFileSync(path.join(FIXTURE, 'manifest.js'), 'utf8'))[0]);
  return [].concat(...manifest.common.map((text, index) => {
    const chars = Array.from(text);
    return chars.filter((_, at) => at % (index + 1) === 0).map((_, at) => chars.slice(at * (index + 1), (at + 1) * (index + 1)).join(''));
  }));
}

test('a common run is answered from its head as it is from all its records', async () => {
  const runs = commonRuns();
  assert.ok(runs.length > 20 && runs.some((run) => run.length > 1));
  for (const run of runs.filter((text) => !parseQuery(text).words.length)) {
    const [head, all] = [await PracticeSearch.query(run, { limit: 3 }), await PracticeSearch.query(run, { limit: Infinity })];
    for (const part of ['total', 'pages', 'facets']) assert.deepStrictEqual(head[part], all[part], run + ' ' + part);
    assert.ok(head.hits.every((hit) => all.hits.some((other) => key(other) === key(hit))));
    assert.strictEqual(all.total, plainScan(run).length);
  }
});

test('with a mark beside a common run the records with the mark come first, and all are counted', async () => {
  const order = { exact: 0, words: 1 };
  for (const query of [].concat(...commonRuns().map((run) => [run + '、', run + '。', '，' + run]))) {
    const { words, cut } = parseQuery(query);
    if (!cut || words.length !== 1) continue;
    const [head, all] = [await PracticeSearch.query(query), await PracticeSearch.query(query, { sort: 'added', limit: Infinity })];
    const told = ({ hits }) => hits.map((hit) => hit.match + ' ' + key(hit)).sort();
    assert.deepStrictEqual(told(head), told(all), query);
    for (const part of ['total', 'pages', 'facets']) assert.deepStrictEqual(head[part], all[part], query + ' ' + part);
    assert.deepStrictEqual(head.hits.filter(({ match }) => match === 'exact').map(key).sort(), plainScan(query), query);
    assert.ok(head.hits.every(({ match }, at) => !at || order[match] >= order[head.hits[at - 1].match]), query);
  }
});

test('odd queries are harmless', async () => {
  const odd = ['', ' ', '“”', '<script>alert(1)</script>', 'a.*b', '(c) [d] \\ |', '__proto__', 'constructor', '😀'.repeat(5000),
    '-'.repeat(10000), '的 '.repeat(5000), '网格'.repeat(5000), '\u0000', '\ud800', 'e' + '\u0301'.repeat(9999)];
  for (const query of odd) assert.deepStrictEqual(await found(query), plainScan(query), query.slice(0, 20));
  assert.strictEqual((await PracticeSearch.query(undefined)).total, 0);
});

test('a query loads only the scripts it needs', async () => {
  const loaded = [];
  PracticeSearch.useLoader(loader((name, text) => { loaded.push(name); return text; }));
  await PracticeSearch.query('联盟', { limit: 0 });
  assert.strictEqual(loaded.filter((name) => name.startsWith('postings')).length, 1);
  await PracticeSearch.query('网格', { limit: 0 });
  assert.deepStrictEqual(loaded.filter((name) => /^(postings|heads|lists)/.test(name)).map((name) => name.split('-')[0]), ['postings', 'heads']);
  await PracticeSearch.query('联盟', { limit: 0 });
  assert.strictEqual(new Set(loaded).size, loaded.length);
});

test('a missing script is named and what can be answered is answered', async () => {
  PracticeSearch.useLoader(loader((name, text) => {
    if (name.startsWith('texts-')) throw new Error('gone');
    return text;
  }));
  const { total, missing, hits: [hit] } = await PracticeSearch.query('一心两会');
  assert.deepStrictEqual([total, missing.length, hit.excerpt], [1, 1, []]);
  assert.match(missing[0], /^search\/texts-\d{4}\.js$/);
});

for (const lost of ['manifest', 'folding']) {
  test('without ' + lost + '.js the answer is empty, names it, and the next query tries again', async () => {
    let isLost = true;
    PracticeSearch.useLoader(loader((name, text) => {
      if (isLost && name === lost) throw new Error('gone');
      return text;
    }));
    assert.deepStrictEqual((await PracticeSearch.query('网格')).missing, ['search/' + lost + '.js']);
    isLost = false;
    assert.strictEqual((await PracticeSearch.query('网格')).total, 3);
  });
}

test('a script that was cut off or belongs to another build counts as missing', async () => {
  for (const spoil of [() => '', (text) => text.replace(/"[0-9a-f]{12}"/, '"000000000000"')]) {
    PracticeSearch.useLoader(loader((name, text) => (name.startsWith('postings') ? spoil(text) : text)));
    const { total, missing } = await PracticeSearch.query('联盟');
    assert.strictEqual(total, 0);
    assert.match(missing[0], /^search\/postings-\d{4}\.js$/);
  }
});

test('codes are read as generator/search/dense.py writes them', () => {
  assert.deepStrictEqual(PracticeShards.decode('!bc!~bcc!~~bccc!{mwyv!'), [0, 63, 64, 1855, 1856, 52031, 52032, 1000000000]);
  assert.throws(() => PracticeShards.decode('"'), /not a code/);
});

test('what is longest unused is let go of, but never a script that is still being read', async () => {
  const loads = [];
  const shards = new PracticeShards.Shards(async (name) => {
    loads.push(name);
    shards.register(name, 'e', { name });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }, 2);
  shards.register('manifest', 'e', {});
  const names = Array.from({ length: 6 }, (_, number) => 'texts-000' + number);
  assert.deepStrictEqual(await Promise.all(names.map((name) => shards.get(name))), names.map((name) => ({ name })));
  assert.ok(shards.tables.size <= 3);
  assert.deepStrictEqual(await shards.get('texts-0000'), { name: 'texts-0000' });
  assert.strictEqual(loads.length, 7);
});
