'use strict';
const test = require('node:test');
const assert = require('node:assert');
const handout = require('./handout.js');

const plain = (text) => [{ kind: 'plain', text }];
const heading = (level, text, numbered = true) => ({ block: 'heading', level, number: '', numbered, listed: true, runs: plain(text) });
const unit = (title, ...pieces) => ({ title, short: title, page: 'x.html', pieces: [{ id: '', title: '', depth: 0, blocks: [] }, ...pieces] });
const piece = (id, depth, ...blocks) => ({ id, title: id, depth, blocks: [heading(depth, id), ...blocks] });
const said = (text, place) => ({ block: 'paragraph', kind: 'body', runs: [...plain(text), { kind: 'evidence', text: '〔段1〕', marks: [{ label: '段1', place }] }] });

const UNITS = {
  'case:a': unit('甲', piece('p', 1, said('网格', 's-one:P01')), piece('p1', 2), piece('q', 1)),
  'case:b': unit('乙', piece('r', 1, said('联席', 's-two:P100'))),
};
const source = (key, ...numbers) => ({ blocks: [heading(2, key, false), { block: 'sources', places: numbers.map((number) => ({ id: key + ':' + number, label: number, runs: plain('开头') })) }] });
const LIBRARY = {
  units: UNITS,
  common: { rules: { excerpt: '（节选）', longestSubtitle: 60 }, library: '样例库', licence: 'CC', compiler: '编写组', edition: '2026-11-22', line: '学习资料', longFrom: 10, sources: [heading(1, '来源', false)] },
  terms: { names: ['网格', '联席', '从未出现'], blocks: [heading(1, '术语', false), {
    block: 'table', title: '术语', widths: [1, 2], header: [plain('术语'), plain('释义')],
    rows: ['网格', '联席', '从未出现'].map((name) => ({ cells: [{ spans: 1, paragraphs: [plain(name)] }, { spans: 1, paragraphs: [said('见', 's-one:P02').runs] }] })),
  }] },
  sources: { 's-one': source('s-one', 'P01', 'P02', 'P03'), 's-two': source('s-two', 'P99', 'P100') },
};
const compose = (...items) => handout.compose(items.map(([name, pieces]) => ({ unit: name, pieces })), { title: '题', subtitle: '', date: '' }, LIBRARY);
const headings = ({ blocks }) => blocks.filter(({ block }) => block === 'heading').map(({ number, runs }) => number + handout.textOf(runs));

test('one case is the whole handout; of several each has a heading and begins a page', () => {
  assert.deepStrictEqual(headings(compose(['case:a', null])).slice(0, 3), ['一、p', '（一）p1', '二、q']);
  const two = compose(['case:a', null], ['case:b', null]);
  assert.deepStrictEqual(headings(two).slice(0, 6), ['一、甲', '（一）p', '1. p1', '（二）q', '二、乙', '（一）r']);
  assert.strictEqual(two.blocks.filter(({ block }) => block === 'new-page').length, 2);
});

test('a section that is taken alone stands as high as a part', () => {
  assert.deepStrictEqual(headings(compose(['case:a', ['p1', 'q']])).slice(0, 2), ['一、p1', '二、q']);
  assert.deepStrictEqual(headings(compose(['case:a', ['p', 'q']])).slice(0, 2), ['一、p', '二、q']);
  assert.deepStrictEqual(headings(compose(['case:a', ['p', 'p1']])).slice(0, 2), ['一、p', '（一）p1']);
  assert.deepStrictEqual(headings(compose(['case:a', []])), []);
});

test('the closing has the terms that are used, and the paragraphs that text and terms cite', () => {
  const { blocks } = compose(['case:b', null], ['case:a', ['p']]);
  const terms = blocks.find(({ title }) => title === '术语');
  assert.deepStrictEqual(terms.rows.map(({ cells }) => handout.textOf(cells[0].paragraphs[0])), ['网格', '联席']);
  const places = blocks.filter(({ block }) => block === 'sources').map((block) => block.places.map(({ id }) => id));
  assert.deepStrictEqual(places, [['s-one:P01', 's-one:P02'], ['s-two:P100']]);
});

test('what is taken in part says so, and a subtitle names no more than it holds', () => {
  assert.deepStrictEqual(headings(compose(['case:a', ['p']], ['case:b', null])).filter((text) => /^[一二]、/.test(text)), ['一、甲（节选）', '二、乙']);
  assert.strictEqual(handout.subtitleOf([{ unit: 'case:a', pieces: ['p'] }, { unit: 'case:b', pieces: null }], UNITS, LIBRARY.common.rules), '甲（节选）、乙');
  const many = Array.from({ length: 30 }, () => ({ unit: 'case:a', pieces: ['p'] }));
  assert.match(handout.subtitleOf(many, UNITS, LIBRARY.common.rules), /^甲（节选）(、甲（节选）)+等 30 种$/);
  assert.ok(handout.subtitleOf(many, UNITS, LIBRARY.common.rules).length <= 60);
});

test('terms and sources are left out where the reader wants none; marks then lead nowhere', () => {
  const bare = handout.compose([{ unit: 'case:a', pieces: null }], { title: '题', subtitle: '', date: '', withoutTerms: true, withoutSources: true }, LIBRARY);
  assert.deepStrictEqual(bare.blocks.filter(({ block }) => block === 'table' || block === 'sources'), []);
});

test('what was composed before stays as it is: nothing is written into the library', () => {
  const before = JSON.stringify(LIBRARY);
  compose(['case:a', null], ['case:b', null]);
  assert.strictEqual(JSON.stringify(LIBRARY), before);
});

test('the library’s own day stands where the reader gives none', () => {
  assert.strictEqual(compose(['case:a', null]).cover.date, '收录截至2026年11月22日');
  const dated = handout.compose([{ unit: 'case:a', pieces: null }], { title: '题', subtitle: '', date: '2026-01-05' }, LIBRARY);
  assert.deepStrictEqual([dated.cover.date, dated.day], ['2026年1月5日', '2026-11-22']);
  assert.deepStrictEqual(dated.cover.lines, ['选自《样例库》，收录截至2026年11月22日', '内容许可 CC']);
});

test('text of any kind is safe in the XML', () => {
  const office = { styles: { BodyText: ['仿宋', 16] }, measures: {} };
  const words = new handout.Words(office, []);
  const xml = words.said('BodyText', plain('a<b>&"\u0000\u000b\ud83d 𠮷\n二\t三'));
  assert.ok(xml.includes('a&lt;b&gt;&amp;&quot; 𠮷</w:t><w:br/>'), xml);
  assert.ok(xml.includes('<w:tab/>'));
  assert.ok(!/[\u0000\u000b]|[\ud800-\udbff](?![\udc00-\udfff])/.test(xml));
});

test('halves are rounded as Python rounds them', () => {
  assert.deepStrictEqual([0.5, 1.5, 2.5, 2.4, 2.6, 3].map(handout.round), [0, 2, 2, 2, 3, 3]);
});
