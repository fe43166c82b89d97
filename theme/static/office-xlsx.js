'use strict';
/**
 * Workbooks made in the page. Text is always text (shared strings, never a formula or link), numbers are typed.
 */
var PracticeOffice = ((office) => {
  const { DECLARATION, escape, element } = office.xml;
  const { heightOf, sheetNames, columnName, layOut } = office.sheet;
  const { Pool, STYLE, sharedStrings, stylesPart } = office.book;
  const { workbook, disclaimer } = office.measures;
  const MAIN = office.namespaces.spreadsheet;

  function cellXml({ text, number, style }, place, pool) {
    if (number !== null) return `<c r="${place}" s="${style}"><v>${number}</v></c>`;
    return text ? `<c r="${place}" s="${style}" t="s"><v>${pool.string(text)}</v></c>` : `<c r="${place}" s="${style}"/>`;
  }

  const rowXml = (number, height, cells) => `<row r="${number}" ht="${height}" customHeight="1">${cells.join('')}</row>`;

  /** Rows of the sheet in order, and the ranges of its merged lines. */
  function sheetRows({ columns, lines, table, notes, widths }, pool) {
    const empty = { text: '', number: null, style: STYLE.text };
    const letters = widths.map((_, column) => columnName(column));
    const place = (index) => (index < lines.length ? index + 1 : lines.length + table.length + 2 + index - lines.length);
    const rowOf = (row, index) => rowXml(lines.length + index + 1, heightOf(row.map(({ text }) => text), widths),
      letters.map((letter, column) => cellXml(row[column] || empty, letter + (lines.length + index + 1), pool)));
    const across = [...lines, ...notes].map((cell, index) => lineRow(cell, place(index), widths, pool));
    const merged = columns > 1 ? across.map((_, index) => `A${place(index)}:${letters[columns - 1]}${place(index)}`) : [];
    const rows = [...across.slice(0, lines.length), ...table.map(rowOf), ...across.slice(lines.length)];
    return { rows, merged };
  }

  /** A line of text across the whole table. */
  function lineRow(cell, number, widths, pool) {
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const isTitle = cell.style === STYLE.title;
    const width = isTitle ? Math.floor(whole * workbook.size / workbook.titleSize) : whole;
    const height = heightOf([cell.text], [width], isTitle ? workbook.titleLine : workbook.line);
    return rowXml(number, height, [cellXml(cell, `A${number}`, pool)]);
  }

  function viewXml({ rows = 0, columns = 0 }, isFirst) {
    if (!rows && !columns) return element('sheetView', { tabSelected: isFirst, workbookViewId: 0 });
    const activePane = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight';
    const corner = columnName(columns) + (rows + 1);
    const pane = element('pane', { xSplit: columns || null, ySplit: rows || null, topLeftCell: corner, activePane, state: 'frozen' });
    return element('sheetView', { tabSelected: isFirst, workbookViewId: 0 },
      pane + element('selection', { pane: activePane, activeCell: corner, sqref: corner }));
  }

  const columnXml = (width, index) => element('col', { min: index + 1, max: index + 1, width: width + 0.7109375, customWidth: true });

  function printXml() {
    const inches = (millimetres) => (millimetres / 25.4).toFixed(3);
    const { side, top, bottom, footer } = workbook.margins;
    const margins = { left: inches(side), right: inches(side), top: inches(top), bottom: inches(bottom), header: inches(footer), footer: inches(footer) };
    return element('pageMargins', margins)
      + element('pageSetup', { paperSize: 9, fitToHeight: 0, orientation: 'landscape' })
      + element('headerFooter', {}, element('oddFooter', {}, escape(`&L${disclaimer.replace(/&/g, '&&')}&R— &P —`)));
  }

  /** The part of a sheet, and what the workbook must say of it: what the filter covers, which rows each printed page repeats. */
  function sheetPart(sheet, isFirst, pool) {
    const laid = layOut(sheet, pool);
    const { rows, merged } = sheetRows(laid, pool);
    const last = columnName(laid.columns - 1);
    const filtered = sheet.filter !== false && laid.heads > laid.lead;
    const filter = filtered ? `A${laid.heads}:${last}${laid.lead + laid.table.length}` : null;
    const xml = DECLARATION + element('worksheet', { xmlns: MAIN }, [
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      element('sheetViews', {}, viewXml(laid.freeze, isFirst)),
      element('sheetFormatPr', { defaultRowHeight: workbook.line + workbook.padding }),
      element('cols', {}, laid.widths.map(columnXml)),
      `<sheetData>${rows.join('')}</sheetData>`,
      filter ? element('autoFilter', { ref: filter }, (sheet.unfiltered || []).map((colId) => element('filterColumn', { colId, hiddenButton: 1 }))) : '',
      merged.length ? element('mergeCells', { count: merged.length }, merged.map((ref) => element('mergeCell', { ref }))) : '',
      printXml(),
    ]);
    return { xml, filter, repeated: filtered ? [laid.lead + 1, laid.heads] : null };
  }

  const absolute = (range) => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

  function workbookPart(names, sheets) {
    const tab = (name, index) => element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` });
    const inSheet = (index, place) => escape(`'${names[index].replace(/'/g, "''")}'!${place}`);
    const defined = [];
    sheets.forEach(({ filter, repeated }, localSheetId) => {
      const name = (word, place, hidden) => defined.push(element('definedName', { name: word, localSheetId, hidden }, inSheet(localSheetId, place)));
      if (filter) name('_xlnm._FilterDatabase', absolute(filter), true);
      if (repeated) name('_xlnm.Print_Titles', `$${repeated[0]}:$${repeated[1]}`);
    });
    return DECLARATION + element('workbook', { xmlns: MAIN, 'xmlns:r': office.namespaces.relationships }, [
      '<bookViews><workbookView/></bookViews>',
      element('sheets', {}, names.map(tab)),
      defined.length ? element('definedNames', {}, defined) : '',
    ]);
  }

  /**
   * An .xlsx file.
   * @param {{title: string, sheets: Sheet[]}} given
   * @returns {Uint8Array}
   * @throws {RangeError} when there is more than a sheet can hold
   */
  function xlsx({ title, sheets }) {
    const pool = new Pool();
    const given = sheets && sheets.length ? sheets : [{ name: title, head: [], rows: [] }];
    const made = given.map((sheet, index) => sheetPart(sheet, index === 0, pool));
    const spreadsheet = (kind) => `officedocument.spreadsheetml.${kind}`;
    const parts = [
      { path: 'xl/workbook.xml', type: spreadsheet('sheet.main'), xml: workbookPart(sheetNames(given.map(({ name }) => name)), made) },
      ...made.map(({ xml }, index) => ({ path: `xl/worksheets/sheet${index + 1}.xml`, type: spreadsheet('worksheet'), xml })),
      { path: 'xl/styles.xml', type: spreadsheet('styles'), xml: stylesPart(pool) },
      { path: 'xl/sharedStrings.xml', type: spreadsheet('sharedStrings'), xml: sharedStrings(pool) },
    ];
    const relations = [...made.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`]), ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']];
    return office.pack(title, parts, relations);
  }

  return Object.assign(office, { xlsx });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
