'use strict';
/**
 * What a sheet needs to know of its texts: how wide and tall they are, what a number looks like, what a sheet may be called.
 */
var PracticeOffice = ((office) => {
  const { clean } = office.xml;
  const { workbook } = office.measures;
  const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
  const LONGEST_FORMAT = 200;
  const SURE_DIGITS = 15; // a spreadsheet keeps no more
  const LONGEST_NAME = 31;
  const SLACK = 1;

  /** Characters a text takes; Chinese characters, their marks and everything above Latin take two. */
  function widthOf(text) {
    let width = 0;
    for (const char of text) width += char.codePointAt(0) < 0x250 ? 1 : 2;
    return width;
  }

  /** How many lines one paragraph takes in a column: words stay whole, Chinese breaks anywhere. */
  function wrapped(text, width) {
    const room = Math.max(2, width - SLACK);
    if (text.length * 2 <= room) return 1;
    let lines = 1;
    let used = 0;
    (text.match(/[!-\u024f]+|[^!-\u024f]/gu) || []).forEach((word) => {
      const size = widthOf(word);
      if (used && used + size > room) { lines += 1; used = 0; }
      lines += Math.ceil(Math.max(size, 1) / room) - 1;
      used = size > room ? size % room : used + size;
    });
    return lines;
  }

  const linesOf = (text, width) => text.split('\n').reduce((sum, line) => sum + wrapped(line, width), 0);

  /**
   * The height in points that shows each of the texts whole; LibreOffice sets none by itself.
   * @param {string[]} texts of one row
   * @param {number[]} widths of their columns
   * @param {number} [line] points a line takes
   */
  function heightOf(texts, widths, line = workbook.line) {
    const lines = Math.max(1, ...texts.map((text, column) => (text ? linesOf(text, widths[column]) : 1)));
    return Math.min(workbook.tallest, lines * line + workbook.padding);
  }

  const MOST_LINES = Math.floor((workbook.tallest - workbook.padding) / workbook.line);

  /** The width given, or more where one paragraph of a text would be taller than the tallest row. */
  function widened(width, text) {
    if (text.length < MOST_LINES * 2) return width;
    const fits = (room) => text.split('\n').every((line) => wrapped(line, room) <= MOST_LINES);
    let wide = width;
    while (wide < workbook.widest && !fits(wide)) wide = Math.min(workbook.widest, wide + 4);
    return wide;
  }

  /** A text of many paragraphs as texts of which each fits the tallest row. */
  function pieces(text, width) {
    if (!text.includes('\n') || linesOf(text, width) <= MOST_LINES) return [text];
    const found = [];
    let used = MOST_LINES;
    text.split('\n').forEach((line) => {
      const lines = wrapped(line, width);
      if (used + lines > MOST_LINES) { found.push([]); used = 0; }
      found[found.length - 1].push(line);
      used += lines;
    });
    return found.map((lines) => lines.join('\n'));
  }

  const quoted = (text) => text.split('"').map((piece) => (piece ? `"${piece}"` : '')).join('\\"');

  /** The digits of a number as a format: 47.20 is 0.00, 1,200 is #,##0, 05 is 00. */
  function digits(token) {
    const [whole, fraction] = token.split('.');
    const integers = whole.includes(',') ? '#,##0' : whole.startsWith('0') ? '0'.repeat(whole.length) : '0';
    return fraction === undefined ? integers : `${integers}.${'0'.repeat(fraction.length)}`;
  }

  /**
   * The number format that shows a number as the literal has it, words and all: 降低47.2% is "降低"0.0"%". Null where the
   * number cannot be read in the literal (20万 for 200000, 全覆盖): a number that the source does not say is not shown.
   * @param {{number: number, literal?: string, unit?: string}} cell
   * @returns {string | null}
   */
  function numberFormat({ number, literal, unit }) {
    const text = clean(literal);
    if (!text) return unit ? `General${quoted(clean(unit))}` : 'General';
    const found = numbersIn(text).find(({ token }) => reads(token, number));
    if (!found || /[\n\t]/.test(text)) return null;
    const after = text.slice(found.index + found.token.length) + (unit && !text.includes(unit) ? clean(unit) : '');
    const format = quoted(text.slice(0, found.index)) + digits(found.token) + quoted(after);
    // The literal says the direction in its own words or sign: no sign of ours before it.
    const whole = number < 0 ? `${format};${format}` : format;
    return whole.length > LONGEST_FORMAT ? null : whole;
  }

  function numbersIn(text) {
    const found = [];
    text.replace(NUMBER, (token, index) => { found.push({ token, index }); return token; });
    return found;
  }

  /** Whether these digits say this number: grouping is by thousands, and no digit is beyond what a spreadsheet keeps. */
  function reads(token, number) {
    const plain = token.replace(/,/g, '');
    const grouped = !token.includes(',') || /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(token);
    return grouped && plain.replace('.', '').length <= SURE_DIGITS && Number(plain) === Math.abs(number);
  }

  const cut = (name, length) => name.slice(0, length).replace(/[\ud800-\udbff]$/, '');

  /**
   * Names that Excel takes: at most 31 characters, none of []:*?/\, no quotation mark at an end, no two alike.
   * @param {string[]} names
   * @returns {string[]}
   */
  function sheetNames(names) {
    const taken = new Set(['history']); // Excel keeps this one for itself
    return names.map((given, index) => {
      const bare = clean(given).replace(/[[\]:*?/\\\s]+/g, ' ').replace(/^[ ']+/, '');
      const name = cut(bare, LONGEST_NAME).replace(/[ ']+$/, '') || `表${index + 1}`;
      let unique = name;
      for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
        unique = cut(name, LONGEST_NAME - `（${count}）`.length) + `（${count}）`;
      }
      taken.add(unique.toLowerCase());
      return unique;
    });
  }

  /** 0 → A, 26 → AA. */
  function columnName(index) {
    const rest = Math.floor(index / 26) - 1;
    return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (index % 26));
  }

  return Object.assign(office, { sheet: { widthOf, heightOf, widened, pieces, numberFormat, sheetNames, columnName } });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
