'use strict';
const test = require('node:test');
const assert = require('node:assert');
const PracticeOffice = require('./office.js');

const made = (...blocks) => new TextDecoder().decode(PracticeOffice.docx({ title: '题', blocks }));
const documentOf = (text) => /<w:document.*?<\/w:document>/s.exec(text)[0];
const sections = (text) => documentOf(text).match(/<w:pgSz[^>]*>/g).map((page) => (page.includes('landscape') ? '横' : '竖')).join('');
const table = (...widths) => ({ table: { head: widths.map(String), rows: [widths.map(() => '一')], widths } });
const long = { text: '由网格员逐户上门。'.repeat(60) };

test('the same blocks make the same bytes', () => {
  const given = { title: '题', blocks: [{ text: '一' }, table(20, 30)] };
  assert.deepStrictEqual(PracticeOffice.docx(given), PracticeOffice.docx(given));
});

test('a wide table stands on turned pages with its heading and notes, the rest stays upright', () => {
  assert.strictEqual(sections(made(long, { heading: '宽表', level: 1 }, table(90, 90), { note: '注' }, long)), '竖横竖');
  assert.strictEqual(sections(made(long, table(70, 80))), '竖');
  assert.strictEqual(sections(made(long, table(90, 90), { heading: '又一张', level: 1 }, table(90, 90))), '竖横');
});

test('a short opening goes with the wide table, so that no page holds a title alone', () => {
  assert.strictEqual(sections(made({ text: '怎样读' }, table(90, 90))), '横');
});

test('a table may be turned, or kept upright and made narrower, by its own word', () => {
  const kept = { table: { ...table(100, 200).table, landscape: false } };
  assert.strictEqual(sections(made(kept)), '竖');
  assert.ok(documentOf(made(kept)).includes('<w:tblW w:w="8844" w:type="dxa"/>')); // 156 mm
  assert.strictEqual(sections(made({ table: { ...table(20).table, landscape: true } })), '横');
  const all = new TextDecoder().decode(PracticeOffice.docx({ title: '题', blocks: [long], landscape: true }));
  assert.strictEqual(sections(all), '横');
});

test('six columns without widths are too many for an upright page, three share it', () => {
  const plain = (count) => ({ table: { head: Array.from({ length: count }, String), rows: [] } });
  assert.strictEqual(sections(made(long, plain(6))), '竖横');
  assert.strictEqual(sections(made(long, plain(3))), '竖');
});

test('each ordered list begins at one', () => {
  const text = documentOf(made({ list: ['一'], ordered: true }, { list: ['二'], ordered: true }, { list: ['三'] }));
  assert.deepStrictEqual(text.match(/<w:numId w:val="\d+"\/>/g).map((id) => /\d+/.exec(id)[0]), ['2', '3', '1']);
});

test('a page break goes with what follows, and is nothing at the end', () => {
  assert.match(documentOf(made({ text: '一' }, { pageBreak: true }, { text: '二' })), /<w:pageBreakBefore\/><\/w:pPr><w:r>.*二/);
  assert.match(documentOf(made({ text: '一' }, { pageBreak: true }, table(20))), /<w:pageBreakBefore\/><\/w:pPr><\/w:p><w:tbl>/);
  assert.ok(!documentOf(made({ text: '一' }, { pageBreak: true })).includes('pageBreakBefore'));
});

test('tables never touch, and a paragraph follows the last one', () => {
  const text = documentOf(made(table(20), table(20)));
  assert.ok(!text.includes('</w:tbl><w:tbl>'));
  assert.ok(!text.includes('</w:tbl><w:sectPr>'));
});

test('a cell is text, paragraphs, runs or nothing, and always holds a paragraph', () => {
  const row = ['一', ['二', '三'], [{ text: '四', bold: true }], null, [], [[{ text: '五' }], '六']];
  const text = documentOf(made({ table: { head: [], rows: [row], widths: [20, 20, 20, 20, 20, 20] } }));
  const cells = text.match(/<w:tc>.*?<\/w:tc>/g).map((cell) => cell.match(/<w:p>/g).length);
  assert.deepStrictEqual(cells, [1, 2, 1, 1, 1, 2]);
});

test('a row across is one cell over all columns; rows of text may go on on the next page, heads never', () => {
  const text = documentOf(made({ table: { head: ['一', '二'], rows: [['三', '四'], { across: ['五', '六'] }], widths: [20, 30] } }));
  const rows = text.match(/<w:tr>.*?<\/w:tr>/g);
  assert.deepStrictEqual(rows.map((row) => row.includes('<w:cantSplit/>')), [true, false, false]);
  assert.match(rows[2], /^<w:tr><w:tc><w:tcPr><w:tcW [^>]*\/><w:gridSpan w:val="2"\/><\/w:tcPr>/);
  assert.strictEqual(rows[2].match(/<w:tc>/g).length, 1);
  assert.ok(!made({ table: { head: [], rows: [{ across: '只有一行' }] } }).includes('NaN'));
});

test('a document that is landscape throughout has margins of 20 mm, turned pages those of the upright ones', () => {
  const margins = (given) => /<w:pgMar[^>]*>/.exec(new TextDecoder().decode(PracticeOffice.docx(given)))[0];
  for (const side of ['top', 'bottom', 'left', 'right']) assert.ok(margins({ title: '题', blocks: [], landscape: true }).includes(`w:${side}="1134"`));
  assert.ok(margins({ title: '', blocks: [table(90, 90)] }).includes('w:left="1984"'));
});

test('levels of headings stay within three, and a table of nothing is left out', () => {
  const text = documentOf(made({ heading: '深', level: 7 }, { heading: '无' }, { table: { head: [], rows: [] } }));
  assert.deepStrictEqual(text.match(/Heading\d/g), ['Heading3', 'Heading1']);
  assert.ok(!text.includes('<w:tbl>'));
});

test('no blocks make a file too', () => {
  const empty = new TextDecoder().decode(PracticeOffice.docx({ title: '', blocks: [] }));
  assert.match(documentOf(empty), /<w:body><w:p>.*<w:sectPr>/);
});

test('emphasis is another font, never a bold 仿宋', () => {
  const text = documentOf(made({ text: [{ text: '重', bold: true }, { text: '上', superscript: true }] }));
  assert.ok(!text.includes('<w:b/>'));
  assert.match(text, /<w:rStyle w:val="Strong"\/><w:rFonts [^>]*w:eastAsia="黑体"/);
  assert.match(text, /<w:vertAlign w:val="superscript"\/>/);
});
