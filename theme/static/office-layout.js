'use strict';
/**
 * A sheet as it will be, before it is written: every cell read, the widths settled.
 *
 * @typedef {string | string[] | number | null | {number: number, literal?: string, unit?: string}} SheetCell
 *   A list of strings is one text of several lines. A number is shown as its literal; where it cannot be read in the
 *   literal (20万, 全覆盖) the literal is written as text. For a typed number in a column of its own, leave the literal out.
 * @typedef {{name: string, widths?: number[], head: SheetCell[][], rows: SheetCell[][], notes?: string[],
 *   freeze?: {rows?: number, columns?: number}, filter?: boolean, unfiltered?: number[]}} Sheet
 *   Columns of `unfiltered` have no button of the filter.
 *   `widths` in characters, a Chinese one takes two. Rows of `head` with one cell are lines above the table, the first of
 *   them its title; `notes` are lines below it. A row taller than Excel's tallest goes on in further rows, at the end of a
 *   paragraph, the frozen columns repeated. Frozen are by default the rows of the head and the first column.
 */
var PracticeOffice = ((office) => {
  const { clean } = office.xml;
  const { widthOf, widened, pieces, numberFormat } = office.sheet;
  const { STYLE } = office.book;
  const { workbook } = office.measures;
  const LONGEST_TEXT = 32767;
  const MOST_ROWS = 1048576;
  const MOST_COLUMNS = 16384;
  const FORMULA = /^[\s=+\-@＝＋－＠]/;

  /** A given cell → {text, number, style}: what it shows, and the number when it is typed as one. */
  function readCell(given, pool) {
    const isTyped = typeof given === 'number' || (given && typeof given === 'object' && 'number' in given);
    if (!isTyped) return asText(Array.isArray(given) ? given.join('\n') : given);
    const cell = typeof given === 'number' ? { number: given } : given;
    const shown = clean(cell.literal) || `${cell.number}${clean(cell.unit)}`;
    const code = Number.isFinite(cell.number) ? numberFormat(cell) : null;
    const style = code && widthOf(shown) <= workbook.column ? pool.format(code) : null;
    if (style === null) return asText(Number.isFinite(cell.number) || cell.literal ? shown : '');
    return { text: shown, number: cell.number, style };
  }

  function asText(given) {
    const text = clean(given).slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '');
    return { text, number: null, style: FORMULA.test(text) ? STYLE.marked : STYLE.text };
  }

  /** A sheet as it will be: all rows read, the widths settled. */
  function layOut(sheet, pool) {
    const head = sheet.head || [];
    const rows = sheet.rows || [];
    const columns = [...head, ...rows].reduce((most, row) => Math.max(most, row.length), 1);
    const isLine = (row) => row.length === 1 && columns > 1;
    const above = head.findIndex((row) => !isLine(row));
    const lead = above < 0 ? head.length : above;
    const read = (row, style) => row.map((given) => ({ ...readCell(given, pool), ...style }));
    const titles = head.slice(lead).map((row) => read(row, { style: STYLE.head, number: null }));
    const whole = rows.map((row) => read(row));
    const widths = widthsOf(sheet.widths || [], [...titles, ...whole], columns);
    const freeze = { rows: head.length, columns: columns > 1 ? 1 : 0, ...sheet.freeze };
    const table = [...titles];
    whole.forEach((row) => table.push(...continued(row, widths, freeze.columns)));
    const lines = head.slice(0, lead).map(([given], index) => asLine(given, index ? STYLE.line : STYLE.title));
    const notes = (sheet.notes || []).map((given) => asLine(given, STYLE.line));
    if (lead + table.length + notes.length + 1 > MOST_ROWS || columns > MOST_COLUMNS) throw new RangeError('too much for a sheet');
    return { columns, lines, table, notes, lead, heads: head.length, widths, freeze };
  }

  /** A row as rows of which each fits the tallest one; labels in the first columns are repeated, numbers never are. */
  function continued(row, widths, labels) {
    const parts = row.map(({ text, number }, column) => (number === null ? pieces(text, widths[column]) : [text]));
    const count = parts.reduce((most, { length }) => Math.max(most, length), 1);
    if (count === 1) return [row];
    const isLabel = (column) => column < labels && row[column].number === null && parts[column].length === 1;
    const textAt = (column, place) => (isLabel(column) ? row[column].text : parts[column][place] || '');
    return Array.from({ length: count }, (_, place) => row.map((cell, column) => (
      place ? { ...cell, ...asText(textAt(column, place)) } : { ...cell, text: parts[column][0] })));
  }

  const asLine = (given, style) => ({ ...asText(Array.isArray(given) ? given.join('\n') : given), style });

  function widthsOf(given, table, columns) {
    const widths = Array.from({ length: columns }, (_, column) => given[column] || workbook.column);
    table.forEach((row) => row.forEach(({ text, number }, column) => {
      widths[column] = number === null ? widened(widths[column], text) : Math.max(widths[column], widthOf(text) + 3);
    }));
    return widths;
  }

  Object.assign(office.sheet, { layOut });
  return office;
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
