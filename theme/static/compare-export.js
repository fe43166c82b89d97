'use strict';
/**
 * The view as files: exactly its rows, with title, how to read, sources and that nobody verified it. No DOM.
 *
 * PracticeCompareExport.csv(view) → text with BOM and CRLF, as generator/compare/export.py writes tables;
 * .workbook(view), .document(view) → what PracticeOffice.xlsx and PracticeHandout.docx take; .title(view), .reading, .notes(view) → words.
 */
var PracticeCompareExport = (() => {
  const READING = '一行看一个方面，一列是一个案例。状态照材料标明，目标不是结果；标明“不可比”的数不能相减，也不能排先后；各地之间不排名次。';
  const STUDY = '学习资料·据公开材料整理，未经本库核实';
  const VERDICT = '同异与可比';
  const SAMENESS = '同与不同';
  const JUDGED = '能不能相比';
  /** Shares of a turned page's width: all of it, and the column of labels; from so many cases the type is smaller. */
  const SIDEWAYS = 225;
  const LABELS = 26;
  const DENSE_FROM = 4;
  const NUMBER = /^-?\p{Nd}[\p{Nd},]*(?:\.\p{Nd}+)?%?$/u;
  const FORMULA = /^[ \u3000\xa0]*[=+\-@\t\r\n＝＋－＠]/;

  const figures = typeof module === 'object' ? require('./compare-figures.js') : PracticeCompareFigures;
  const join = (words, sign) => words.filter(Boolean).join(sign);
  const title = ({ columns }) => columns.map(({ short }) => short).join('、') + '：并列对照';

  /** Text that no spreadsheet takes for a formula; a plain number (-47.2, -3%) stays as it is. */
  const safe = (text) => (FORMULA.test(text) && !NUMBER.test(text) ? "'" + text : text);

  function entryWords(entry, view) {
    const status = entry.status ? view.marks[entry.status][0] : '';
    const cares = [status, ...(entry.flags || [])].filter(Boolean).map((word) => '（' + word + '）').join('');
    const notes = (entry.notes || []).map(([label, text]) => label + '：' + text).join('；');
    const marks = (entry.marks || []).map(([label]) => label).join('、');
    const text = entry.name ? entry.name + '：' + entry.text : entry.text;
    return text + cares + (notes ? '（' + notes + '）' : '') + (marks ? '［' + marks + '］' : '');
  }

  function cellWords(cell, view) {
    if (!cell.entries.length) return [cell.blank];
    return cell.words ? [cell.entries.map(({ text }) => text).join('、')] : cell.entries.map((entry) => entryWords(entry, view));
  }

  const verdictWords = (row) => [join([row.word, row.telling.join('；')], '。'), ...row.verdicts].filter(Boolean);
  const labelWords = (row) => [row.label, row.note].filter(Boolean);
  const head = (view) => ['部分', '方面', ...view.columns.map(({ short }) => short), VERDICT];

  /** Every row as lists of paragraphs, one list a column of `head`. */
  function body(view) {
    const rows = [].concat(...view.groups.map(({ heading, rows: own }) => own.map((row) => [heading, row])));
    return rows.map(([heading, row]) => [[heading], labelWords(row), ...row.cells.map((cell) => cellWords(cell, view)), verdictWords(row)]);
  }

  /** What only a part of the rows is shown must be said wherever the view goes. */
  const left = ({ only, hidden, others }) => (
    (others ? '这些案例还有 ' + others + ' 个数没有标可比指标，没有列出；要看，请在“方面”里选“其他数字”。' : '') +
    (only && hidden ? '标“相同”的 ' + hidden + ' 行没有列出。' : '')
  );

  const sourceWords = (source) => source.cases.join('、') + '：' + source.title + '（' + source.publisher + '，' + source.date + '），材料截至：' + source.asOf;

  function notes(view) {
    return [
      title(view), '怎样读：' + READING, left(view), ...view.sources.map((source) => '来源：' + sourceWords(source)),
      view.library + '，收录截至 ' + view.edition + '。', STUDY + '。',
    ].filter(Boolean);
  }

  function csv(view) {
    const line = (cells) => cells.map((text) => '"' + safe(text).replace(/"/g, '""') + '"').join(',') + '\r\n';
    const rows = body(view).map((cells) => line(cells.map((lines) => lines.join('\n'))));
    return '\ufeff' + line(head(view)) + rows.join('') + '\r\n' + notes(view).map((note) => line([note])).join('');
  }

  function workbook(view) {
    const rows = body(view).map((cells) => cells.map((lines) => lines.join('\n')));
    const numbers = figures.rows(view);
    const sources = view.sources.map((source) => [source.cases.join('、'), source.title, source.publisher, source.date, source.asOf]);
    const lines = [[title(view)], ['怎样读：' + READING]];
    return {
      title: title(view),
      sheets: [
        { name: '并列对照', widths: [12, 16, ...view.columns.map(() => 36), 44], head: [...lines, head(view)], rows, notes: notes(view).slice(2), freeze: { rows: lines.length + 1, columns: 2 }, filter: true },
        ...(numbers.length ? [{ name: '数字', widths: [10, 28, 16, 10, 8, 8, 13, 13, 18, 16, 24, 24, 20, 36, 12], head: [[title(view) + '的数字'], [figures.READING], [STUDY + '。'], figures.NAMES], rows: numbers, freeze: { rows: 4, columns: 3 }, filter: true, unfiltered: figures.TYPED }] : []),
        { name: '来源', widths: [12, 40, 24, 14, 32], head: [['案例', '题名', '发布者', '日期', '材料截至']], rows: sources, freeze: { rows: 1, columns: 0 }, filter: true },
      ],
    };
  }

  const plain = (text) => (text ? [{ kind: 'plain', text }] : []);
  const cell = (lines, spans = 1) => ({ spans, paragraphs: lines.map(plain) });
  const paragraph = (text, kind = 'body') => ({ block: 'paragraph', kind, runs: plain(text) });
  const heading = (text) => ({ block: 'heading', level: 1, number: '', numbered: false, listed: false, runs: plain(text) });

  /** What is said of a row and of its pairs of figures stands below it across all columns, as on the page. */
  function rowsOf(row, view) {
    const said = row.telling.concat(row.verdicts);
    const across = cell([(row.verdicts.length ? JUDGED : SAMENESS) + '：', ...said], view.columns.length + 1);
    const own = [cell(labelWords(row).concat(row.word || [])), ...row.cells.map((given) => cell(cellWords(given, view)))];
    return [{ cells: own }, ...(said.length ? [{ cells: [across] }] : [])];
  }

  function groupTable(group, view) {
    const each = Math.floor((SIDEWAYS - LABELS) / view.columns.length);
    return {
      block: 'table', title: group.heading, widths: [LABELS, ...view.columns.map(() => each)], landscape: true,
      dense: view.columns.length >= DENSE_FROM, header: ['方面', ...view.columns.map(({ short }) => short)].map(plain),
      rows: [].concat(...group.rows.map((row) => rowsOf(row, view))),
    };
  }

  /** The view as a handout's document, for the writer that my.html uses too (handout-word.js). */
  function document(view) {
    const sources = view.sources.map((source) => ({ runs: plain(sourceWords(source)), more: [], below: null }));
    return {
      cover: { title: title(view), subtitle: '', compiler: view.library, date: '收录截至 ' + view.edition, lines: [], line: STUDY },
      day: view.edition,
      blocks: [
        paragraph(READING, 'small'), ...(left(view) ? [paragraph(left(view), 'small')] : []),
        ...[].concat(...view.groups.map((group) => [heading(group.heading), groupTable(group, view)])),
        heading('来源'), { block: 'list', kind: 'bullet', start: 1, items: sources }, paragraph(STUDY + '。'),
      ],
    };
  }

  return { csv, workbook, document, title, notes, left, safe, sourceWords, READING, STUDY };
})();

if (typeof module === 'object' && module.exports) module.exports = PracticeCompareExport;
