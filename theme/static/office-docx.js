'use strict';
/**
 * Word documents made in the page: real styles and headings, repeated table heads, GB/T 9704 measures.
 *
 * @typedef {string | {text: string, bold?: boolean, superscript?: boolean}[]} Paragraph
 * @typedef {Paragraph | Paragraph[]} Cell a list of strings is a list of paragraphs; runs are objects, inside a paragraph
 * @typedef {{head: Cell[], rows: (Cell[] | {across: Cell})[], widths?: number[], landscape?: boolean}} Table
 *   A row `across` is one cell over all columns.
 *   `widths` in millimetres. A table that is wider than the page stands on pages turned to landscape, and is made narrower
 *   only when it is wider than these.
 * @typedef {{heading: string, level: number} | {text: Paragraph} | {list: Paragraph[], ordered?: boolean} |
 *   {table: Table} | {note: Paragraph} | {pageBreak: true}} Block
 */
var PracticeOffice = ((office) => {
  const { w, root, run, fromMillimetres, textWidth, sectionXml, FIRST_LIST } = office.word;
  const { document: measures, disclaimer } = office.measures;
  const DEEPEST = 3;
  /** What is before the first wide table goes with it onto turned pages while it is shorter than this. */
  const SHORT_OPENING = 400;

  /** @param {Paragraph} content */
  function paragraph(content, style, more = '') {
    const runs = Array.isArray(content) ? content : [content];
    return w('p', {}, [w('pPr', {}, w('pStyle', { val: style }) + more), ...runs.map((given) => run(given, style))]);
  }

  /** The paragraphs of a cell; never none, which Word would not open. */
  function paragraphsOf(cell) {
    if (!Array.isArray(cell)) return [cell];
    const isRuns = cell.length > 0 && cell.every((piece) => piece && typeof piece === 'object' && !Array.isArray(piece));
    return isRuns ? [cell] : cell.length ? cell : [''];
  }

  function columnsOf({ head = [], rows = [] }) {
    return rows.reduce((most, row) => Math.max(most, row.length || 1), head.length);
  }

  function widthsOf(table) {
    const count = columnsOf(table);
    const share = table.widths ? 0 : textWidth('upright') / count;
    return Array.from({ length: count }, (_, column) => (table.widths || [])[column] || Math.max(share, measures.table.column));
  }

  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

  /** Whether a table needs pages turned to landscape. */
  function isWide(table) {
    return table.landscape === undefined ? sum(widthsOf(table)) > textWidth('upright') + 0.5 : Boolean(table.landscape);
  }

  function tableXml(table, layout) {
    const widths = widthsOf(table);
    if (!widths.length) return '';
    const scale = Math.min(1, textWidth(layout) / sum(widths));
    const columns = widths.map((width) => fromMillimetres(width * scale));
    const small = columns.length >= measures.table.smallFromColumns ? 'Small' : '';
    const properties = w('tblPr', {}, [w('tblStyle', { val: 'TableGrid' }), w('tblW', { w: sum(columns), type: 'dxa' }), w('tblLayout', { type: 'fixed' }),
      w('tblLook', { val: '0020', firstRow: 1, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 1, noVBand: 1 })]);
    const { head = [], rows = [] } = table;
    return w('tbl', {}, [properties, w('tblGrid', {}, columns.map((width) => w('gridCol', { w: width }))),
      head.length ? rowXml(head, columns, `TableHead${small}`, true) : '', ...rows.map((row) => (Array.isArray(row) ? rowXml(row, columns, `TableText${small}`, false) : acrossXml(row.across, columns, `TableText${small}`)))]);
  }

  function rowXml(cells, columns, style, isHead) {
    const shade = isHead ? w('shd', { val: 'clear', color: 'auto', fill: measures.table.headFill }) + w('vAlign', { val: 'center' }) : '';
    // Rows of text may go on on the next page: one taller than the page would lose its end, and whole rows leave pages half empty.
    return w('tr', {}, [isHead ? w('trPr', {}, w('cantSplit') + w('tblHeader')) : '', ...columns.map((width, column) => w('tc', {},
      [w('tcPr', {}, w('tcW', { w: width, type: 'dxa' }) + shade), ...paragraphsOf(cells[column]).map((content) => paragraph(content, style))]))]);
  }

  function acrossXml(cell, columns, style) {
    const properties = w('tcPr', {}, w('tcW', { w: sum(columns), type: 'dxa' }) + w('gridSpan', { val: columns.length }));
    return w('tr', {}, w('tc', {}, [properties, ...paragraphsOf(cell).map((content) => paragraph(content, style))]));
  }

  const textOf = (content) => [].concat(content).map((piece) => (piece && typeof piece === 'object' ? piece.text : piece)).join('');
  const proseOf = (block) => textOf(block.title || block.subtitle || block.heading || block.note || block.text || block.list || '');

  /** For each block, whether it stands on turned pages: wide tables with the headings before and the notes after them. */
  function turned(blocks) {
    const wide = blocks.map(({ table }) => Boolean(table) && isWide(table));
    const first = blocks.findIndex(({ table }) => table);
    const opening = blocks.slice(0, Math.max(first, 0));
    const isShort = wide[first] && opening.map(proseOf).join('').length < SHORT_OPENING;
    const leads = (index) => (isShort && index < first) || ['title', 'subtitle', 'heading', 'pageBreak'].some((key) => key in blocks[index])
      || ('note' in blocks[index] && !(index && blocks[index - 1].table));
    for (let index = blocks.length - 2; index >= 0; index -= 1) if (leads(index)) wide[index] = wide[index + 1];
    for (let index = 1; index < blocks.length; index += 1) if ('note' in blocks[index] && !wide[index]) wide[index] = wide[index - 1];
    return wide;
  }

  /** Draws blocks one after another; knows how many ordered lists there were and whether a new page is due. */
  class Writer {
    constructor() {
      this.lists = 0;
      this.isPageDue = false;
    }

    paragraph(content, style, more = '') {
      const pageBreak = this.isPageDue ? w('pageBreakBefore') : '';
      this.isPageDue = false;
      return paragraph(content, style, pageBreak + more);
    }

    list(items, isOrdered) {
      if (isOrdered) this.lists += 1;
      const numId = isOrdered ? FIRST_LIST + this.lists - 1 : 1;
      const number = w('numPr', {}, [w('ilvl', { val: 0 }), w('numId', { val: numId })]);
      return items.map((item) => this.paragraph(item, isOrdered ? 'ListNumber' : 'ListBullet', number)).join('');
    }

    table(table, layout) {
      const before = this.isPageDue ? this.paragraph('', 'Gap') : '';
      return before + tableXml(table, layout);
    }

    /** @param {Block} block */
    block(block, layout) {
      if ('pageBreak' in block) this.isPageDue = block.pageBreak || this.isPageDue;
      if ('title' in block) return this.paragraph(block.title, 'Title');
      if ('subtitle' in block) return this.paragraph(block.subtitle, 'Subtitle');
      if ('heading' in block) return this.paragraph(block.heading, `Heading${Math.min(Math.max(block.level || 1, 1), DEEPEST)}`);
      if ('text' in block) return this.paragraph(block.text, 'Normal');
      if ('note' in block) return this.paragraph(block.note, 'Note');
      if ('list' in block) return this.list(block.list, block.ordered);
      return 'table' in block ? this.table(block.table, layout) : '';
    }

    /** A section; the last one says of its page at the end of the body, the others in a paragraph of their own. */
    section(blocks, layout, isLast) {
      this.isPageDue = false; // a section begins a page by itself
      const drawn = blocks.map((block) => this.block(block, layout)).filter(Boolean);
      const gap = paragraph('', 'Gap');
      // Word joins tables that touch, and wants a paragraph after the last one.
      const pieces = drawn.map((xml, index) => (xml.endsWith('</w:tbl>') && (isLast || index < drawn.length - 1) ? xml + gap : xml));
      const page = sectionXml(layout);
      return pieces.join('') + (isLast ? page : paragraph('', 'Gap', page));
    }
  }

  /** Blocks that stand on pages of one layout, in order: [blocks, layout]. */
  function sectionsOf(blocks, isLandscape) {
    const wide = isLandscape ? blocks.map(() => 'landscape') : turned(blocks).map((isTurned) => (isTurned ? 'turned' : 'upright'));
    const sections = [];
    blocks.forEach((block, index) => {
      if (!index || wide[index] !== wide[index - 1]) sections.push([[], wide[index]]);
      sections[sections.length - 1][0].push(block);
    });
    return sections.length ? sections : [[[{ text: '' }], isLandscape ? 'landscape' : 'upright']];
  }

  function partsOf({ body, writer, header, footer, landscape }) {
    const { stylesPart, numberingPart, fontTablePart, settingsPart, headerPart, footerPart } = office.word;
    const across = landscape ? 'landscape' : 'turned';
    const sides = [[false, 'upright'], [true, 'upright'], [false, across], [true, across]]; // rId2 to rId5
    const part = (name, kind, xml) => ({ path: `word/${name}.xml`, type: `officedocument.wordprocessingml.${kind}`, xml });
    return [
      part('document', 'document.main', root('document', w('body', {}, body))),
      part('header', 'header', headerPart(header)),
      ...sides.map(([isEven, layout], index) => part(`footer${index + 1}`, 'footer', footerPart(footer, isEven, textWidth(layout)))),
      part('styles', 'styles', stylesPart()),
      part('numbering', 'numbering', numberingPart(writer.lists)),
      part('fontTable', 'fontTable', fontTablePart()),
      part('settings', 'settings', settingsPart()),
    ];
  }

  /**
   * A .docx file.
   * @param {{title: string, subtitle?: string, blocks: Block[], header?: string, footer?: string, landscape?: boolean}} given
   *   `landscape` turns every page, which then has narrow margins; otherwise only wide tables have turned ones
   * @returns {Uint8Array}
   */
  function docx({ title, subtitle, blocks = [], header = '', footer = disclaimer, landscape = false }) {
    const writer = new Writer();
    const all = [...(title ? [{ title }] : []), ...(subtitle ? [{ subtitle }] : []), ...blocks];
    const sections = sectionsOf(all, landscape);
    const body = sections.map(([inside, layout], index) => writer.section(inside, layout, index === sections.length - 1));
    const parts = partsOf({ body, writer, header, footer, landscape });
    const relations = parts.slice(1).map(({ path, type }) => [type.split('.').pop(), path.replace('word/', '')]);
    return office.pack(title, parts, relations);
  }

  return Object.assign(office, { docx });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
