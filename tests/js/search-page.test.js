'use strict';
/** The parts of the search page that need no page: addresses, tiers, excerpts cut to their lines, lazy texts, words. */
const test = require('node:test');
const assert = require('node:assert');
const path = require('path');

const part = (name) => require(path.join(__dirname, '../../theme/static', name + '.js'));
const Address = part('search-address');
const View = part('search-view');
const Advice = part('search-advice');
const Reveal = part('search-reveal');

const choice = (text, chosen = [], sort = 'relevance') => ({ text, chosen, sort });

test('an address brings back what it was made of', () => {
  const choices = [choice(''), choice('网格'), choice('a&b=c #x %E0', [['省份', '浙江省'], ['机制', '甲:乙']], 'added'), choice('', [['__proto__', 'x']])];
  for (const made of choices) assert.deepStrictEqual(Address.read(Address.write(made)), made);
  assert.strictEqual(Address.write(choice('')), '');
});

test('an address of garbage is read as nothing', () => {
  assert.deepStrictEqual(Address.read('?q=%E0%A4%A&f=&f=x&f=:&sort=<b>'), choice('\ufffd%A', [['', '']]));
  assert.deepStrictEqual(Address.read('?sort=added'), choice('', [], 'added'));
});

test('a search is handed to my.html and taken from its address again', () => {
  const made = choice('省份:浙江 "联席 会议"', [['类型', '案例']], 'added');
  const address = Address.keeping(made);
  assert.match(address, /^my\.html\?keep=search%3A/);
  assert.deepStrictEqual(Address.kept(address.slice('my.html'.length)), made);
  for (const other of ['', '?keep=', '?keep=search:', '?keep=search:%20', '?keep=check:a/b', '?q=x']) assert.strictEqual(Address.kept(other), null);
});

test('only a search that says something, and not a book, can be kept', () => {
  assert.deepStrictEqual(['', ' ', '网格', '长'.repeat(200), '长'.repeat(201)].map((text) => Address.isKeepable(choice(text))),
    [false, false, true, true, false]);
  assert.strictEqual(Address.isKeepable(choice('网格', Array(100).fill(['省份', '浙江省']))), false);
});

test('chosen values are handed to the search by facet, whatever the facet is called', () => {
  const facets = Address.facetsOf(choice('', [['省份', '甲'], ['类型', '表'], ['省份', '乙'], ['__proto__', 'x']]));
  assert.deepStrictEqual(Object.keys(facets), ['省份', '类型', '__proto__']);
  assert.deepStrictEqual(facets['省份'], ['甲', '乙']);
});

test('a hit leads to its place, and the page marks at most eight terms', () => {
  assert.strictEqual(Address.toHit('cases/a.html', 's-一', ['47.2%', 'a&b']), 'cases/a.html?hl=47.2%25&hl=a%26b#s-%E4%B8%80');
  assert.strictEqual(Address.toHit('cases/a.html', '', []), 'cases/a.html');
  assert.strictEqual(Address.toHit('a.html', 'b', Array(20).fill('x')).split('hl=').length, 9);
});

test('a field of a query is mended or taken out, and nothing else is touched', () => {
  const mended = (text, typed, replacement = '') => Address.withField(text, '省份', typed, replacement);
  assert.strictEqual(mended('物业 省份:火星 会议', '火星', '省份:浙江省'), '物业 省份:浙江省 会议');
  assert.strictEqual(mended('物业 省份：浙江', '浙江'), '物业');
  assert.strictEqual(mended('省:浙江 省份:浙江', '浙江'), '省份:浙江');
  assert.strictEqual(mended('省份:"浙 江" 物业', '浙 江'), '物业');
  assert.strictEqual(mended('时间:浙江 比例 1:2', '浙江'), '时间:浙江 比例 1:2');
  assert.strictEqual(mended('物业 省份:$&', '$&', Address.field('省份', '$1')), '物业 省份:$1');
});

test('a value with a space is quoted, so that it stays one field', () => {
  assert.deepStrictEqual([Address.field('省份', '浙江省'), Address.field('机制', '甲 乙')], ['省份:浙江省', '机制:"甲 乙"']);
});

test('tiers stand in the order of trust, and one for each word that was looked for instead', () => {
  const hits = [['near', ''], ['exact', ''], ['synonym', '业主委员会'], ['pinyin', '网格化'], ['synonym', '业委会'], ['context', ''],
    ['words', ''], ['synonym', '业主委员会']].map(([match, via], number) => ({ match, via, number }));
  assert.deepStrictEqual(View.tiersOf(hits).map((tier) => [tier.match, tier.via, tier.hits.map(({ number }) => number)]), [
    ['exact', '', [1]], ['words', '', [6]], ['context', '', [5]], ['synonym', '业主委员会', [2, 7]], ['synonym', '业委会', [4]],
    ['pinyin', '网格化', [3]], ['near', '', [0]],
  ]);
});

test('an excerpt whose hit would stand behind the lines kept for it begins nearer to the hit', () => {
  const far = [['甲'.repeat(80), false], ['网格', true], ['乙', false]];
  assert.deepStrictEqual(View.fit(far), [['…' + '甲'.repeat(16), false], ['网格', true], ['乙', false]]);
  for (const near of [[['甲'.repeat(60), false], ['网格', true]], [['甲'.repeat(200), false]], [['网'.repeat(90), true]], []]) {
    assert.deepStrictEqual(View.fit(near), near);
  }
  const pair = View.fit([['😀'.repeat(80), false], ['网格', true]]);
  assert.strictEqual(pair[0][0], '…' + '😀'.repeat(16));
});

test('the summary says when nothing holds the query as written, and when a part is missing', () => {
  const said = (match, total = 3, missing = [], { unfiltered = total, absent = [] } = {}) =>
    Advice.summary({ total, pages: 2, missing, unfiltered, absent, hits: match ? [{ match }] : [] }, '网格');
  assert.strictEqual(said('exact'), '找到 3 处，在 2 页里');
  assert.strictEqual(said('words'), '找到 3 处，在 2 页里');
  assert.strictEqual(said('synonym'), '没有原样的，同义的 3 处，在 2 页里');
  assert.strictEqual(said('pinyin'), '按拼音找到 3 处，在 2 页里');
  assert.strictEqual(said('near'), '没有原样的，相近的 3 处，在 2 页里');
  assert.strictEqual(said('exact', 3, ['search/x.js']), '找到 3 处，在 2 页里（结果不全）');
  assert.strictEqual(said('', 0), '没有找到“网格”');
  assert.strictEqual(said('', 0, ['search/x.js']), '结果不全，读得到的部分里没有“网格”');
  assert.strictEqual(said('', 0, [], { unfiltered: 52 }), '筛选之后没有“网格”，全库 52 处');
  assert.strictEqual(said('near', 3, [], { absent: ['电梯', '电动车'] }), '没有“电梯、电动车”，相近的 3 处，在 2 页里');
  assert.strictEqual(said('words', 3, [], { absent: ['电梯'] }), '找到 3 处，在 2 页里');
});

test('a missing file is named with what it takes away', () => {
  assert.match(Advice.ofMissing(['search/a.js', 'search/b.js'], true), /search\/a\.js、search\/b\.js .*结果不全/);
  assert.doesNotMatch(Advice.ofMissing(['search/a.js'], false), /结果不全/);
});

/** An IntersectionObserver whose test decides what comes into view. */
function fakeObserver() {
  const made = [];
  global.IntersectionObserver = class {
    constructor(act) { Object.assign(this, { act, nodes: new Set(), closed: false }); made.push(this); }
    observe(node) { this.nodes.add(node); }
    unobserve(node) { this.nodes.delete(node); }
    disconnect() { this.closed = true; }
    see(...targets) { this.act(targets.map((target) => ({ target, isIntersecting: true }))); }
  };
  return made;
}

const hit = (anchor) => ({ page: 'a.html', anchor, match: 'exact' });
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what is shown of a hit is brought once, when the hit comes near the view', async () => {
  const made = fakeObserver();
  const asked = [];
  const filled = [];
  const reveal = Reveal.create(async ({ anchor }) => { asked.push(anchor); return 'text of ' + anchor; }, assert.fail);
  reveal.start();
  reveal.watch('one', hit('x'), (shown) => filled.push(shown));
  reveal.watch('two', hit('y'), (shown) => filled.push(shown));
  assert.deepStrictEqual(asked, []);
  made[0].act([{ target: 'one', isIntersecting: false }]);
  made[0].see('two');
  made[0].see('two');
  await settled();
  assert.deepStrictEqual([asked, filled], [['y'], ['text of y']]);
  reveal.start();
  assert.strictEqual(made[0].closed, true);
  reveal.watch('again', hit('y'), (shown) => filled.push(shown));
  assert.deepStrictEqual([asked, filled], [['y'], ['text of y', 'text of y']]);
  reveal.forget();
  reveal.watch('anew', hit('y'), (shown) => filled.push(shown));
  made[1].see('anew');
  await settled();
  assert.deepStrictEqual(asked, ['y', 'y']);
  delete global.IntersectionObserver;
});

test('without IntersectionObserver everything is brought, and what does not come is told', async () => {
  const told = [];
  const filled = [];
  const gone = Object.assign(new Error('gone'), { file: 'search/texts-0000.js' });
  const reveal = Reveal.create(({ anchor }) => (anchor === 'x' ? Promise.reject(gone) : Promise.resolve(anchor)), (error) => told.push(error.file));
  reveal.start();
  for (const anchor of ['x', 'y']) reveal.watch(anchor, hit(anchor), (shown) => filled.push(shown));
  await settled();
  assert.deepStrictEqual([told, filled], [['search/texts-0000.js'], ['y']]);
});
