'use strict';
const test = require('node:test');
const assert = require('node:assert');
const path = require('path');
const theme = (name) => require(path.join(__dirname, '../../theme/static', name));
const PracticeCompareState = theme('compare-state.js');
const PracticeCompareRows = theme('compare-rows.js');
const PracticeCompareExport = theme('compare-export.js');

const INDEX = {
  library: '样例库', edition: '2026-11-22', defaults: ['setting', 'figures'], families: ['网格管理', '标准化', '联席协商'],
  dimensions: [
    { key: 'place', label: '地点', kind: 'text', group: '基本情况' }, { key: 'setting', label: '场景', kind: 'words', group: '基本情况' },
    { key: 'families', label: '机制类别', kind: 'words', group: '做法' }, { key: 'mechanisms', label: '机制', kind: 'families', group: '做法' },
    { key: 'limits', label: '局限', kind: 'list', group: '做法' }, { key: 'figures', label: '数字', kind: 'figures', group: '数字' },
    { key: 'others', label: '其他数字', kind: 'other-figures', group: '数字' },
  ],
  measures: [{ id: 'coverage', name: '覆盖率', meaning: '数什么' }, { id: 'satisfaction', name: '满意度', meaning: '满意的比例' }],
  marks: { 目标: ['目标', 'status status-target'], 已实现: ['材料称已实现', 'status status-achieved'] },
  cases: ['jia', 'yi', 'bing', 'ding', 'wu', 'ji', 'constructor'].map((id) => [id, id.toUpperCase(), '案例' + id]),
};
const MEASURE = { id: 'coverage', name: '覆盖率', unit: '%', kind: '率' };

function figure(literal, more = {}) {
  return Object.assign({
    id: 'f', name: '覆盖率', status: '已实现', literal, value: parseFloat(literal), start: null, unit: '%', approx: '', direction: '',
    period: '2020年', baseline: '', basis: '', scope: '全区', mark: '', measure: MEASURE, href: 'cases/jia.html#fig-f', marks: [['段1', 'cases/jia.html#P01']],
  }, more);
}

function made(id, more = {}) {
  return Object.assign({
    id, short: id.toUpperCase(), title: '案例' + id, href: 'cases/' + id + '.html', places: [[id + '省', '', '', '', []]],
    words: { setting: ['城市全域'], families: ['网格管理'] }, families: { 网格管理: [{ text: '网格' }] },
    cells: { place: [{ text: id + '省' }], limits: [] }, blanks: { limits: '本库未列' }, figures: [],
    sources: [{ id: 's', title: '来源', publisher: '某报', date: '2020年', asOf: '2020年底' }],
  }, more);
}

const parse = (search) => PracticeCompareState.parse(search, INDEX);
const build = (cases, fields, only = false) => Object.assign(PracticeCompareRows.build(INDEX, cases, { fields, only }), INDEX);
const rowsOf = (view) => [].concat(...view.groups.map(({ rows }) => rows));

test('an address gives cases in its own order and fields in the order of the library', () => {
  const state = parse('?cases=yi,jia&fields=figures,place&only=different');
  assert.deepStrictEqual(state, { cases: ['yi', 'jia'], fields: ['place', 'figures'], only: true, problems: [] });
});

test('what is written to an address is read from it again', () => {
  for (const search of ['', '?cases=yi,jia&fields=setting,figures', '?cases=jia,yi&fields=place,figures&only=different', '?fields=']) {
    const state = parse(search);
    assert.strictEqual(PracticeCompareState.query(state, INDEX), search);
    assert.deepStrictEqual(parse(PracticeCompareState.query(state, INDEX)), state);
  }
});

test('an address without fields shows the usual ones, and is written with them', () => {
  const state = parse('?cases=yi,jia');
  assert.deepStrictEqual(state.fields, INDEX.defaults);
  assert.strictEqual(PracticeCompareState.query(state, INDEX), '?cases=yi,jia&fields=setting,figures');
});

test('a case may be given by its short name and in capitals, once', () => {
  const index = Object.assign({}, INDEX, { cases: [['xitang', '西塘', ''], ['jia', 'yi', ''], ['yi', '乙', '']] });
  const { cases, problems } = PracticeCompareState.parse('?cases=西塘,XiTang,ＸＩＴＡＮＧ,yi', index);
  assert.deepStrictEqual([cases, problems], [['xitang', 'yi'], []]);
});

test('where no field is known the usual ones are shown, and that is said', () => {
  const { fields, problems } = parse('?cases=yi,jia&fields=rank,score');
  assert.deepStrictEqual([fields, problems], [INDEX.defaults, ['地址里的方面 “rank”、“score” 本库没有，现在列的是常用的方面。']]);
});

test('separators as people type them, repeated and empty words do no harm', () => {
  assert.deepStrictEqual(parse('?cases=jia，yi、jia,,%20bing').cases, ['jia', 'yi', 'bing']);
});

test('more than five cases, unknown cases and fields are left out and told', () => {
  assert.deepStrictEqual(parse('?cases=jia,yi,bing,ding,wu,ji').problems, ['一次最多并列 5 个案例，“JI” 没有列入。']);
  assert.deepStrictEqual(parse('?cases=jia,nowhere,__proto__').problems, ['地址里的案例 “nowhere”、“__proto__” 本库没有，没有列入。']);
  assert.deepStrictEqual(parse('?fields=place,rank').problems, ['地址里的方面 “rank” 本库没有，没有列入。']);
  assert.deepStrictEqual(parse('?cases=constructor').cases, ['constructor']);
});

test('a very long or broken address is told in a short message', () => {
  const { cases, problems } = parse('?cases=' + 'x'.repeat(10000) + ',<b>,%E0%A4%A,' + 'y,'.repeat(3000) + 'z');
  assert.deepStrictEqual(cases, []);
  assert.ok(problems.join('').length < 150);
});

test('equal words are 相同 and hidden by 只看不同; what several share and one alone has is said', () => {
  const cases = [made('jia'), made('yi'), made('bing', { words: { setting: ['城市全域'], families: ['标准化', '网格管理'] } })];
  const [setting, families] = rowsOf(build(cases, ['setting', 'families']));
  assert.deepStrictEqual([setting.sameness, setting.telling], ['相同', []]);
  assert.deepStrictEqual([families.sameness, families.telling], ['不同', ['都有：网格管理', '只有BING有：标准化']]);
  const view = build(cases, ['setting', 'families'], true);
  assert.deepStrictEqual([rowsOf(view).map(({ label }) => label), view.hidden, view.total], [['机制类别'], 1, 2]);
});

test('of single words only who shares one is said', () => {
  const other = made('bing', { words: { setting: ['景区古镇'], families: [] } });
  assert.deepStrictEqual(rowsOf(build([made('jia'), made('yi'), other], ['setting']))[0].telling, ['JIA、YI共有：城市全域']);
});

test('a family of mechanisms is a row; the same family is not called the same practice', () => {
  const both = made('yi', { families: { 网格管理: [{ text: '另一种网格' }], 标准化: [{ text: '标准' }] } });
  const [grids, standards] = rowsOf(build([made('jia'), both], ['mechanisms']));
  assert.deepStrictEqual([grids.label, grids.word, grids.telling], ['机制：网格管理', '都有', ['做法未必相同，各见格内']]);
  assert.deepStrictEqual([standards.word, standards.telling], ['不同', ['只有YI有']]);
  assert.strictEqual(standards.cells[0].blank, '本库未列');
});

test('single values are the same or different; lists are neither, and of an empty row that is said', () => {
  const [place, limits] = rowsOf(build([made('jia'), made('yi')], ['place', 'limits']));
  assert.deepStrictEqual([place.sameness, place.word], ['不同', '不同']);
  assert.deepStrictEqual([limits.sameness, limits.word], ['', '都没有列出']);
  const filled = ['jia', 'yi'].map((id) => made(id, { cells: { place: [{ text: '同一处' }], limits: [{ text: id }] } }));
  assert.deepStrictEqual(rowsOf(build(filled, ['place', 'limits'])).map(({ word }) => word), ['相同', '']);
});

test('of a view of what differs only rows marked 相同 are left out: what all have in their own ways stays', () => {
  const view = build([made('jia'), made('yi')], ['place', 'setting', 'mechanisms', 'limits'], true);
  assert.deepStrictEqual(rowsOf(view).map(({ word }) => word), ['不同', '都有', '都没有列出']);
  assert.deepStrictEqual([view.hidden, view.total], [1, 4]);
});

test('a target is never comparable with a result, and the pair says so with all reasons', () => {
  const cases = [made('jia', { figures: [figure('50%')] }), made('yi', { figures: [figure('70%', { status: '目标' })] })];
  const [row] = rowsOf(build(cases, ['figures']));
  assert.deepStrictEqual(row.verdicts, ['JIA“覆盖率 50%”与YI“覆盖率 70%”：不可比：目标≠已实现、口径未披露（没有写明：口径）、具名地区不排名']);
});

test('figures of a case stay as they stand, never by value, and a series is said to be one', () => {
  const own = [figure('70%', { status: '目标', period: '2021年' }), figure('50%', { status: '目标' })];
  const [row] = rowsOf(build([made('jia', { figures: own }), made('yi')], ['figures']));
  assert.deepStrictEqual(row.cells[0].entries.map(({ text }) => text), ['70%', '50%']);
  assert.deepStrictEqual(row.verdicts, [
    'JIA“覆盖率 70%”“覆盖率 50%”之间：同一指标的先后数，按时间先后看，不排名', '本库没有列出这一指标：YI',
  ]);
});

test('a figure of another measure that looks alike is held against it in words', () => {
  const other = figure('90%', { name: '满意度', measure: { id: 'satisfaction', name: '满意度', unit: '%', kind: '率' } });
  const [row] = rowsOf(build([made('jia', { figures: [figure('50%')] }), made('yi', { figures: [other] })], ['figures']));
  assert.deepStrictEqual(row.verdicts, [
    'JIA“覆盖率 50%”与YI“满意度 90%”：不可比：指标不同、口径未披露（没有写明：口径）', '本库没有列出这一指标：YI',
  ]);
});

test('figures without a measure come last and are compared with nothing', () => {
  const cases = [made('jia', { figures: [figure('3人', { measure: null }), figure('50%')] }), made('yi')];
  const rows = rowsOf(build(cases, ['figures', 'others']));
  assert.deepStrictEqual(rows.map(({ label }) => label), ['指标：覆盖率', '其他数字：材料称已实现']);
  assert.deepStrictEqual(rows[1].verdicts, ['没有标可比指标的数逐个来看，不相互比较，也不与标了可比指标的数比较。']);
  assert.deepStrictEqual(rowsOf(build([made('jia'), made('yi')], ['others'])), []);
});

const SATISFACTION = { id: 'satisfaction', name: '满意度', unit: '%', kind: '率' };
const satisfied = (literal, more = {}) => figure(literal, Object.assign({ id: 's' + literal, name: '满意度', measure: SATISFACTION }, more));

test('look-alikes of one case are held against each other too, in the row of the first of them', () => {
  const rows = rowsOf(build([made('jia', { figures: [figure('50%'), satisfied('90%')] }), made('yi')], ['figures']));
  const told = 'JIA“覆盖率 50%”“满意度 90%”之间：不可比：指标不同、口径未披露（没有写明：口径）';
  assert.deepStrictEqual(rows.map(({ verdicts }) => verdicts), [[told, '本库没有列出这一指标：YI'], ['本库没有列出这一指标：YI']]);
});

test('no pair is told twice, and no sentence says more pairs than there are', () => {
  const own = [figure('50%', { id: 'a' }), figure('70%', { id: 'b', status: '目标' })];
  const others = [satisfied('90%'), satisfied('95%', { status: '目标' })];
  const rows = rowsOf(build([made('jia', { figures: own }), made('yi', { figures: others })], ['figures']));
  const across = [].concat(...rows.map(({ verdicts }) => verdicts)).filter((words) => /JIA.*与YI/.test(words));
  assert.deepStrictEqual(across.map((words) => words.split('：')[0]), [
    'JIA“覆盖率 50%”与YI“满意度 90%”', 'JIA“覆盖率 70%”与YI“满意度 95%”', 'JIA“覆盖率 50%”与YI“满意度 95%”', 'JIA“覆盖率 70%”与YI“满意度 90%”',
  ]);
});

test('cases that do not list a measure are named together', () => {
  const cases = [made('jia', { figures: [figure('50%')] }), made('yi'), made('bing')];
  assert.deepStrictEqual(rowsOf(build(cases, ['figures']))[0].verdicts, ['本库没有列出这一指标：YI、BING']);
});

test('figures without a measure are a row a status, those of the pandemic apart', () => {
  const own = [figure('3人', {}), figure('5人', { status: '目标' }), figure('9人', { mark: '疫情防控期间' })].map((item) => Object.assign(item, { measure: null }));
  const rows = rowsOf(build([made('jia', { figures: own }), made('yi')], ['others']));
  assert.deepStrictEqual(rows.map(({ label, cells }) => [label, cells[0].entries.map(({ text }) => text).join()]), [
    ['其他数字：目标', '5人'], ['其他数字：材料称已实现', '3人'], ['其他数字：疫情防控期间', '9人'],
  ]);
});

test('what a source leaves out of a figure is said in every file with the word of the tables', () => {
  const bare = figure('降低5%', { direction: 'down', period: '', scope: ' ' });
  const view = build([made('jia', { figures: [bare, figure('50%')] }), made('yi')], ['figures']);
  const unsaid = '（时段：材料未说明；基期：材料未说明；口径：材料未说明；范围：材料未说明）';
  const level = '（时段：2020年；基期：不适用；口径：材料未说明；范围：全区）';
  for (const name of ['csv', 'workbook', 'document']) {
    const words = JSON.stringify(PracticeCompareExport[name](view));
    assert.ok(words.includes(unsaid) && words.includes(level) && !words.includes('未披露；') && !words.includes('口径：未披露'), name);
  }
});

test('a view of figures that leaves out those without a measure says how many, on the page and in every file', () => {
  const cases = [made('jia', { figures: [figure('3人', { measure: null }), figure('50%')] }), made('yi')];
  const view = build(cases, ['figures']);
  assert.deepStrictEqual(rowsOf(view).map(({ label }) => label), ['指标：覆盖率']);
  const said = '这些案例还有 1 个数没有标可比指标，没有列出；要看，请在“方面”里选“其他数字”。';
  assert.strictEqual(PracticeCompareExport.left(view), said);
  for (const name of ['csv', 'workbook', 'document']) assert.ok(JSON.stringify(PracticeCompareExport[name](view)).includes(said));
  for (const fields of [['figures', 'others'], ['others'], ['setting']]) assert.strictEqual(build(cases, fields).others, 0);
});

test('the sheet of figures has typed numbers, says what is left open, and judges among the chosen cases alone', () => {
  const own = [figure('下降20%', { name: '投诉', direction: 'down', value: 20, measure: null, period: '' }), figure('82%→87%', { value: 87, start: 82 })];
  const cases = [made('jia', { figures: own }), made('yi', { figures: [figure('70%以上', { status: '目标', approx: '以上' })] })];
  const sheet = PracticeCompareExport.workbook(build(cases, ['figures', 'others'])).sheets[1];
  const rows = sheet.rows.map((cells) => Object.fromEntries(cells.map((cell, place) => [sheet.head[3][place], cell])));
  assert.deepStrictEqual(rows.map((row) => [row.案例, row.数值, row.数, row.前值, row.状态]), [
    ['JIA', '82%→87%', 87, 82, '材料称已实现'], ['YI', '70%以上', null, null, '目标'], ['JIA', '下降20%', -20, null, '材料称已实现'],
  ]);
  assert.deepStrictEqual(rows.map((row) => [row.时段, row.基期, row.可比指标]), [
    ['2020年', '材料未说明', '覆盖率'], ['2020年', '不适用', '覆盖率'], ['材料未说明', '材料未说明', '未标'],
  ]);
  const verdict = theme('compare-verdict.js');
  const told = (one, other) => verdict.brief(verdict.compare(...[one, other].map((row) => Object.assign({ places: [] }, row))));
  const [risen, aimed] = cases.map((item) => Object.assign({ case: item.id }, item.figures[item.figures.length - 1]));
  assert.deepStrictEqual(rows[1].可比性.split('\n'), [verdict.undisclosed(['口径']), told(aimed, risen) + '（对照：JIA“覆盖率”）']);
  assert.strictEqual(rows[2].可比性.split('\n')[0], verdict.undisclosed(['可比指标', '时段', '口径', '基期']));
});

test('a figure that nothing stands beside says so', () => {
  const full = figure('50%', { basis: '入户问卷' });
  const view = build([made('jia', { figures: [full] }), made('yi')], ['figures']);
  assert.strictEqual(PracticeCompareExport.workbook(view).sheets[1].rows[0][13], '所列的数里没有可与它对照的');
});

test('CSV has a BOM, quotes everything, keeps status, conditions and evidence, and ends with the notes', () => {
  const cases = [made('jia', { figures: [figure('50%', { name: '“覆盖"率', status: '目标' })] }), made('yi')];
  const text = PracticeCompareExport.csv(build(cases, ['setting', 'figures']));
  assert.ok(text.startsWith('\ufeff"部分","方面","JIA","YI","同异与可比"\r\n"基本情况","场景","城市全域","城市全域","相同"\r\n'));
  assert.ok(text.includes('“覆盖""率：50%（目标）（时段：2020年；基期：不适用；口径：材料未说明；范围：全区）［段1］'));
  assert.ok(text.includes('"来源：JIA、YI：来源（某报，2020年），材料截至：2020年底"\r\n'));
  assert.ok(text.endsWith('"学习资料·据公开材料整理，未经本库核实。"\r\n'));
});

test('no cell can start a formula; a plain number stays as it is', () => {
  const { safe } = PracticeCompareExport;
  for (const text of ['=1+1', '+1 个', '-A1', '@x', '\tx', '  =1', '＝1', '　－x', '\n=1']) assert.strictEqual(safe(text), "'" + text);
  for (const text of ['-47.2', '-3%', '-1,200', '47%', '一=二', '']) assert.strictEqual(safe(text), text);
});

test('only=different is said in every file', () => {
  const view = build([made('jia'), made('yi', { words: { setting: ['景区'], families: ['网格管理'] } })], ['setting', 'families'], true);
  const said = '标“相同”的 1 行没有列出。';
  assert.ok(PracticeCompareExport.csv(view).includes(said));
  assert.ok(JSON.stringify(PracticeCompareExport.workbook(view)).includes(said));
  assert.ok(JSON.stringify(PracticeCompareExport.document(view)).includes(said));
});

test('the workbook types exact numbers only, beside their literal, status and conditions', () => {
  const own = [figure('降低47.2%', { value: 47.2, direction: 'down' }), figure('近20%', { value: 20, approx: '近' }), figure('全覆盖', { value: null })];
  const { sheets } = PracticeCompareExport.workbook(build([made('jia', { figures: own }), made('yi')], ['figures']));
  assert.deepStrictEqual(sheets.map(({ name }) => name), ['并列对照', '数字', '来源']);
  const numbers = sheets[1].rows.map((row) => [row[2], row[3], row[6], row[10]]);
  assert.deepStrictEqual(numbers, [
    ['降低47.2%', -47.2, '材料称已实现', '材料未说明'], ['近20%', null, '材料称已实现', '材料未说明'], ['全覆盖', null, '材料称已实现', '材料未说明'],
  ]);
});

test('the document holds the rows of the view, one table a group, with sources and the disclaimer', () => {
  const { blocks, cover } = PracticeCompareExport.document(build([made('jia'), made('yi')], ['setting', 'mechanisms']));
  const tables = blocks.filter(({ block }) => block === 'table');
  const words = ({ cells }) => cells.map(({ paragraphs }) => paragraphs.map((runs) => runs.map(({ text }) => text).join('')));
  assert.deepStrictEqual(tables.map(({ rows }) => rows.length), [1, 2]);
  assert.deepStrictEqual(words(tables[1].rows[1]), [['同与不同：', '做法未必相同，各见格内']]);
  const columns = ({ cells }) => cells.reduce((sum, { spans }) => sum + spans, 0);
  assert.ok(tables.every(({ header, widths, rows }) => rows.every((row) => columns(row) === header.length) && widths.length === header.length));
  assert.deepStrictEqual(words(tables[0].rows[0])[0], ['场景', '相同']);
  assert.strictEqual(cover.line, '学习资料·据公开材料整理，未经本库核实');
});
