'use strict';
const test = require('node:test');
const assert = require('node:assert');
const PracticeOffice = require('./office.js');
const { sheet: { numberFormat, sheetNames, heightOf, widened, pieces, columnName }, measures: { workbook } } = PracticeOffice;

const sheet = (rows, more = {}) => ({ name: '表', head: [['甲', '乙']], rows, ...more });
const made = (...sheets) => new TextDecoder().decode(PracticeOffice.xlsx({ title: '题', sheets }));

test('a number shows as its literal, digit by digit', () => {
  const cases = [
    [{ number: -47.2, literal: '降低47.2%' }, '"降低"0.0"%";"降低"0.0"%"'],
    [{ number: 47.2, literal: '47.20' }, '0.00'],
    [{ number: 1200, literal: '1,200余个' }, '#,##0"余个"'],
    [{ number: 1200, literal: '1200余个' }, '0"余个"'],
    [{ number: 87, literal: '82%→87%' }, '"82%→"0"%"'],
    [{ number: 5, literal: '05' }, '00'],
    [{ number: 0.5, literal: '0.5' }, '0.0'],
    [{ number: 3, literal: '“3"个' }, '"“"0\\""个"'],
    [{ number: 2912, unit: '户' }, 'General"户"'],
    [{ number: 23, literal: '23', unit: '轮' }, '0"轮"'],
    [{ number: 23, literal: '23轮', unit: '轮' }, '0"轮"'],
    [{ number: 8 }, 'General'],
  ];
  cases.forEach(([cell, format]) => assert.strictEqual(numberFormat(cell), format, JSON.stringify(cell)));
});

test('a number that the literal does not say is not shown in its place', () => {
  const cells = [[200000, '20万'], [100, '全覆盖'], [12, '1,2'], [7, '3余'], [1, '1\n行'], [1234567890123456, '1234567890123456'], [5, '字'.repeat(300) + '5']];
  cells.forEach(([number, literal]) => assert.strictEqual(numberFormat({ number, literal }), null, literal));
});

test('what is not a finite number is its literal, or nothing', () => {
  const text = made(sheet([[{ number: NaN, literal: '未载' }, { number: Infinity }]]));
  assert.match(text, /<c r="A2" s="1" t="s">/);
  assert.match(text, /<c r="B2" s="1"\/>/);
});

test('names of sheets are what Excel takes, and differ', () => {
  assert.deepStrictEqual(sheetNames(['对照表', '对照表', 'A', 'a', '', null, 'History', "'[一]/二:三?'"]),
    ['对照表', '对照表（2）', 'A', 'a（2）', '表5', '表6', 'History（2）', '一 二 三']);
  const long = sheetNames(['长'.repeat(40), '长'.repeat(40), '𠮷'.repeat(20)]);
  assert.deepStrictEqual(long.map((name) => name.length), [31, 31, 30]);
  assert.ok(long[1].endsWith('（2）'));
});

test('rows are as tall as their longest text, as far as Excel allows, and columns give way', () => {
  const lines = (count) => count * workbook.line + workbook.padding;
  assert.strictEqual(heightOf(['短', ''], [10, 10]), lines(1));
  assert.strictEqual(heightOf(['一\n二\n三'], [10]), lines(3));
  assert.strictEqual(heightOf(['汉'.repeat(12)], [9]), lines(3));
  assert.strictEqual(heightOf(['word words wording'], [8]), lines(3));
  assert.strictEqual(heightOf(['汉'.repeat(5000)], [9]), workbook.tallest);
  assert.strictEqual(widened(20, '汉'.repeat(20)), 20);
  assert.ok(heightOf(['汉'.repeat(600)], [widened(20, '汉'.repeat(600))]) < workbook.tallest);
  assert.strictEqual(widened(20, '汉'.repeat(50000)), workbook.widest);
  assert.strictEqual(widened(20, '短\n'.repeat(500)), 20);
});

test('a row taller than the tallest goes on in further rows, its labels repeated, its numbers not', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `第${index}行`);
  assert.deepStrictEqual(pieces(lines.join('\n'), 20).join('\n').split('\n'), lines);
  const text = made(sheet([['标签', 7, lines], ['后', 8, '']], { head: [['甲', '乙', '丙']] }));
  assert.strictEqual(text.match(/<row /g).length, 5); // head, three for the first row, one for the second
  const [first, label] = [/<c r="A2"[^>]*>(.*?)<\/c>/.exec(text)[1], /<c r="A4"[^>]*>(.*?)<\/c>/.exec(text)[1]];
  assert.strictEqual(label, first);
  assert.strictEqual(text.match(/<v>7<\/v><\/c><c r="C2"/g).length, 1);
  assert.match(text, /<c r="B3" s="1"\/>/);
  assert.match(text, /<autoFilter ref="A1:C5"\/>/);
});

test('columns count on after Z', () => {
  assert.deepStrictEqual([0, 25, 26, 701, 702].map(columnName), ['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('nothing is ever a formula, and text that looks like one is marked as text', () => {
  const text = made(sheet([['=1+1', '@x']]));
  assert.ok(!text.includes('<f>'));
  assert.match(text, /<c r="A2" s="2" t="s">/);
});

test('head, first column and filter are there unless turned off', () => {
  const on = made(sheet([['一', '二']]));
  assert.match(on, /<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"\/>/);
  assert.match(on, /<autoFilter ref="A1:B2"\/>/);
  const off = made(sheet([['一', '二']], { freeze: { rows: 0, columns: 0 }, filter: false }));
  assert.ok(!/<pane|<autoFilter|FilterDatabase/.test(off));
});

test('no sheets, no rows and rows of different length make a file too', () => {
  assert.match(made(), /<sheet name="题"/);
  assert.match(made({ name: '空', head: [], rows: [] }), /<sheetData><\/sheetData>/);
  assert.match(made(sheet([[], ['一', '二', '三']])), /<c r="C3"/);
});

test('more formats than Excel opens become text', () => {
  const rows = Array.from({ length: 300 }, (_, index) => [{ number: index, literal: `${index}种${index}` }, '']);
  const text = made(sheet(rows));
  const count = Number(/<numFmts count="(\d+)"/.exec(text)[1]);
  assert.ok(count <= 150, String(count));
  assert.match(text, /<t xml:space="preserve">299种299<\/t>/);
});

test('5,000 rows take less than a second', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [`案例${index}`, { number: index, literal: `${index}个` },
    '由网格员逐户上门，记录居民提出的问题，当天交社区汇总。'.repeat(2), '● 材料称已实现', null]);
  const seconds = () => {
    const start = process.hrtime.bigint();
    PracticeOffice.xlsx({ title: '大', sheets: [{ name: '大', head: [['案例', '数', '做法', '状态', '注']], rows }] });
    return Number(process.hrtime.bigint() - start) / 1e9;
  };
  assert.ok(Math.min(seconds(), seconds(), seconds()) < 1); // the best of three: the machine may be busy
});
