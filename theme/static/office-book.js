'use strict';
/**
 * What all sheets of a workbook share: its strings and number formats, each kept once, and its styles.
 */
var PracticeOffice = ((office) => {
  const { DECLARATION, escape, element } = office.xml;
  const { workbook } = office.measures;
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  /** Excel opens no workbook with more than about 200 formats of its own; what comes later is text. */
  const MOST_FORMATS = 150;
  const FIRST_FORMAT = 164;
  const STYLE = { plain: 0, text: 1, marked: 2, head: 3, title: 4, line: 5, number: 6 };

  /** Strings and number formats of a workbook, each kept once. */
  class Pool {
    constructor() {
      this.strings = new Map();
      this.uses = 0;
      this.formats = new Map([['General', STYLE.number]]);
    }

    string(text) {
      this.uses += 1;
      if (!this.strings.has(text)) this.strings.set(text, this.strings.size);
      return this.strings.get(text);
    }

    /** The style of a number format, or null when there is no room for another. */
    format(code) {
      if (!this.formats.has(code)) {
        if (this.formats.size > MOST_FORMATS) return null;
        this.formats.set(code, STYLE.number + this.formats.size);
      }
      return this.formats.get(code);
    }
  }

  /** Excel reads _x0041_ in a string as a character; such text keeps its underscore by being one itself. */
  const stringText = (text) => escape(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));

  function sharedStrings(pool) {
    const items = Array.from(pool.strings.keys(), (text) => `<si><t xml:space="preserve">${stringText(text)}</t></si>`);
    return DECLARATION + element('sst', { xmlns: MAIN, count: pool.uses, uniqueCount: items.length }, items);
  }

  function stylesPart(pool) {
    const font = (size, bold, colour) => element('font', {}, [bold ? '<b/>' : '', element('sz', { val: size }),
      colour ? element('color', { rgb: 'FF' + colour }) : '', element('name', { val: workbook.font }), '<family val="2"/>', '<charset val="134"/>']);
    const fonts = [font(workbook.size), font(workbook.size, true), font(workbook.titleSize, true), font(workbook.size, false, workbook.muted)];
    const fills = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>',
      `<fill><patternFill patternType="solid"><fgColor rgb="FF${workbook.headFill}"/><bgColor indexed="64"/></patternFill></fill>`];
    const rule = (side) => `<${side} style="thin"><color rgb="FF${workbook.rule}"/></${side}>`;
    const borders = ['<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${rule('left')}${rule('right')}<top/>${rule('bottom')}<diagonal/></border>`];
    const codes = Array.from(pool.formats.keys()).slice(1);
    const formats = codes.map((formatCode, index) => element('numFmt', { numFmtId: FIRST_FORMAT + index, formatCode }));
    const wrap = '<alignment vertical="top" wrapText="1"/>';
    const xf = (font_, fill, border, inside, more = {}) => element('xf', { numFmtId: 0, fontId: font_, fillId: fill,
      borderId: border, xfId: 0, applyFont: true, applyFill: true, applyBorder: true, applyAlignment: true, ...more }, inside);
    const right = '<alignment horizontal="right" vertical="top" indent="1"/>';
    const number = (numFmtId) => xf(0, 0, 1, right, { numFmtId, applyNumberFormat: true });
    const cells = [xf(0, 0, 0, '<alignment vertical="top"/>'), xf(0, 0, 1, wrap), xf(0, 0, 1, wrap, { quotePrefix: true }), xf(1, 2, 1, wrap),
      xf(2, 0, 0, wrap), xf(3, 0, 0, wrap), number(0), ...codes.map((_, index) => number(FIRST_FORMAT + index))];
    const list = (name, items) => (items.length ? element(name, { count: items.length }, items) : '');
    return DECLARATION + element('styleSheet', { xmlns: MAIN }, [list('numFmts', formats), list('fonts', fonts), list('fills', fills), list('borders', borders),
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']), list('cellXfs', cells),
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'])]);
  }

  return Object.assign(office, { book: { Pool, STYLE, sharedStrings, stylesPart }, namespaces: { ...office.namespaces, spreadsheet: MAIN } });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
