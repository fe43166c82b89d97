'use strict';
/**
 * Tables and figure cards of WordprocessingML: twin of generator/handouts/docx/tables.py. No DOM.
 *
 * PracticeHandout.tableXml(table, words), .cardsXml(cards, words) → the element w:tbl as text.
 */
var PracticeHandout = ((handout) => {
  const { w, round, textOf } = handout;
  const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const CARDS = '关键数字';
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

  /** Columns in twips that fill the type area exactly. */
  function columnWidths(relative, whole) {
    const total = sum(relative);
    const edges = [0, ...relative].map((width, index) => round(whole * sum(relative.slice(0, index)) / total));
    return edges.slice(1).map((edge, index) => edge - edges[index]);
  }

  function frame(widths, rows, title, { cellMargin }) {
    const borders = w('tblBorders', {}, EDGES.map((edge) => w(edge, { val: 'single', sz: 4, space: 0, color: '000000' })));
    const margins = w('tblCellMar', {}, ['left', 'right'].map((side) => w(side, { w: cellMargin, type: 'dxa' })));
    const properties = w('tblPr', {}, [
      w('tblW', { w: sum(widths), type: 'dxa' }), w('jc', { val: 'center' }), borders, w('tblLayout', { type: 'fixed' }), margins,
      w('tblLook', { val: '0420', firstRow: 1, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 0, noVBand: 1 }),
      w('tblCaption', { val: title }),
    ]);
    return w('tbl', {}, [properties, w('tblGrid', {}, widths.map((width) => w('gridCol', { w: width }))), ...rows]);
  }

  function cell(paragraphs, width, style, words, { spans = 1, shade = '' } = {}) {
    const properties = w('tcPr', {}, [
      w('tcW', { w: width, type: 'dxa' }), spans > 1 ? w('gridSpan', { val: spans }) : '',
      shade ? w('shd', { val: 'clear', color: 'auto', fill: shade }) : '', w('vAlign', { val: shade ? 'center' : 'top' }),
    ]);
    return w('tc', {}, [properties, ...(paragraphs.length ? paragraphs : [[]]).map((runs) => words.said(style, runs))]);
  }

  /** @param {{cells: *[], heading?: boolean, blank?: boolean}} row */
  function rowXml(row, widths, style, words, isHeader = false) {
    const { whole, writingHeight, shades } = words.office.measures;
    const fullest = Math.max(0, ...row.cells.map(({ paragraphs }) => sum(paragraphs.map((runs) => Array.from(textOf(runs)).length))));
    const properties = w('trPr', {}, [
      isHeader || row.heading || row.blank || fullest <= whole ? w('cantSplit') : '',
      row.blank ? w('trHeight', { val: writingHeight, hRule: 'atLeast' }) : '', isHeader ? w('tblHeader') : '',
    ]);
    let column = 0;
    const cells = row.cells.map(({ paragraphs, spans }) => {
      const width = sum(widths.slice(column, column + spans));
      column += spans;
      const shade = isHeader ? shades[0] : row.heading ? shades[1] : '';
      return cell(paragraphs, width, row.heading ? 'GroupHead' : style, words, { spans, shade });
    });
    return w('tr', {}, [properties, ...cells]);
  }

  function tableXml(table, words) {
    const widths = columnWidths(table.widths, words.office.measures[table.landscape ? 'sideways' : 'upright']);
    const head = { cells: table.header.map((runs) => ({ paragraphs: [runs], spans: 1 })) };
    const style = table.dense ? 'DenseTableText' : 'TableText';
    const rows = table.rows.map((row) => rowXml(row, widths, style, words));
    return frame(widths, [rowXml(head, widths, 'TableHead', words, true), ...rows], table.title, words.office.measures);
  }

  const plain = (text) => (text ? [{ kind: 'plain', text }] : []);

  function cardXml(card, width, words) {
    if (!card) return cell([], width, 'TableText', words);
    const cares = card.cares.map((care) => '［' + care + '］').join('');
    return w('tc', {}, [
      w('tcPr', {}, w('tcW', { w: width, type: 'dxa' })),
      words.paragraph('CardValue', words.run(card.value, words.office.styles.CardValue)),
      words.said('TableText', [...card.name, ...plain(cares)]),
      words.said('TableText', [...plain(card.status), ...card.evidence]),
      ...card.conditions.map(([label, runs]) => words.said('DenseTableText', [...plain(label + '：'), ...runs])),
    ]);
  }

  /** Key figures, two side by side. */
  function cardsXml({ cards }, words) {
    const widths = columnWidths([1, 1], words.office.measures.upright);
    const rows = [];
    for (let index = 0; index < cards.length; index += 2) {
      const pair = [cards[index], cards[index + 1]].map((card, side) => cardXml(card, widths[side], words));
      rows.push(w('tr', {}, [w('trPr', {}, w('cantSplit')), ...pair]));
    }
    return frame(widths, rows, CARDS, words.office.measures);
  }

  return Object.assign(handout, { tableXml, cardsXml });
})(typeof PracticeHandout === 'object' ? PracticeHandout : {});
