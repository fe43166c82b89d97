'use strict';
/**
 * The parts of a document that do not hold its text: styles, numbering, fonts, settings, header and footers.
 * All measures come from office-styles.js.
 */
var PracticeOffice = ((office) => {
  const { DECLARATION, clean, escape, element } = office.xml;
  const { document: measures } = office.measures;
  const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const LEVELS = { bullet: 0, decimal: 1 };
  const FIRST_LIST = 2; // 1 is the bullets' numbering, which all their lists share

  /** An element of WordprocessingML, whose attributes bear its prefix too. @type {function(string, Object<string, *>=, (string | string[])=): string} */
  const w = (name, attributes = {}, children = '') => {
    const prefixed = {};
    Object.keys(attributes).forEach((key) => { prefixed[`w:${key}`] = attributes[key]; });
    return element(`w:${name}`, prefixed, children);
  };
  const root = (name, children) => DECLARATION
    + element(`w:${name}`, { 'xmlns:w': MAIN, 'xmlns:r': office.namespaces.relationships }, children);
  const twips = (points) => Math.round(points * 20);
  const fromMillimetres = (millimetres) => Math.round(millimetres * 1440 / 25.4);

  /** Fonts of a run. The hint puts “”…—· into the Chinese font, where Word would take the Latin one. */
  function fontsXml(key, latin = measures.latinFont) {
    return w('rFonts', { hint: 'eastAsia', ascii: latin, hAnsi: latin, eastAsia: measures.fonts[key].names[0], cs: latin });
  }

  const wordText = (text) => text.split(/(\n|\t)/).filter(Boolean)
    .map((piece) => (piece === '\n' ? w('br') : piece === '\t' ? w('tab') : `<w:t xml:space="preserve">${escape(piece)}</w:t>`)).join('');

  /**
   * Runs in the font of a paragraph style; lines and tabs of the text are kept.
   * @param {string | {text: string, bold?: boolean, superscript?: boolean}} given
   * @param {string} style id
   */
  function run(given, style) {
    const { text, bold, superscript } = given && typeof given === 'object' ? given : { text: given };
    const key = bold ? measures.emphasisFont : measures.styles[style].font;
    const chinese = measures.fonts[key].names[0];
    const latin = bold ? chinese : measures.latinFont;
    const strong = bold ? w('rStyle', { val: 'Strong' }) : '';
    const raised = superscript ? w('vertAlign', { val: 'superscript' }) : '';
    // Marks that Latin and Chinese share are runs of their own: not every program heeds the hint.
    return clean(text).split(/([“”‘’…—·]+)/).filter(Boolean).map((piece) => w('r', {},
      w('rPr', {}, strong + fontsXml(key, /^[“”‘’…—·]/.test(piece) ? chinese : latin) + raised) + wordText(piece))).join('');
  }

  /** Indents in characters, so that they follow the size; the twips beside them are for readers that know no characters. */
  function indentXml({ indent = 0, hanging = 0, size }) {
    const length = (name, characters) => ({ [`${name}Chars`]: characters * 100, [name]: twips(characters * size) });
    return w('ind', hanging ? { ...length('left', indent + hanging), ...length('hanging', hanging) } : { ...length('left', 0), ...length('firstLine', indent) });
  }

  function styleXml(id) {
    const style = measures.styles[id];
    const { name, font, size, line, before = 0, after = 0, align = 'left', level, keepNext, colour, tracking = 0 } = style;
    const spacing = { before: twips(before), after: twips(after), line: line ? twips(line) : 240, lineRule: line ? 'exact' : 'auto' };
    return w('style', { type: 'paragraph', default: id === 'Normal', styleId: id, customStyle: /[^ -~]/.test(name) }, [
      w('name', { val: name }),
      id === 'Normal' ? '' : w('basedOn', { val: 'Normal' }),
      level ? w('next', { val: 'Normal' }) : '',
      w('qFormat'),
      w('pPr', {}, [keepNext ? w('keepNext') : '', w('widowControl', { val: 0 }), line === measures.linePitch ? '' : w('snapToGrid', { val: 0 }), w('spacing', spacing),
        indentXml(style), w('jc', { val: align }), level ? w('outlineLvl', { val: level - 1 }) : '']),
      w('rPr', {}, [fontsXml(font), colour ? w('color', { val: colour }) : '', w('spacing', { val: twips(tracking) }), w('sz', { val: size * 2 }), w('szCs', { val: size * 2 })]),
    ]);
  }

  function tableStyleXml() {
    const { border, padding } = measures.table;
    const line = (side) => w(side, { val: 'single', sz: border * 8, space: 0, color: 'auto' });
    const space = (side) => w(side, { w: fromMillimetres(padding), type: 'dxa' });
    return w('style', { type: 'table', styleId: 'TableGrid' }, [
      w('name', { val: 'Table Grid' }),
      w('basedOn', { val: 'TableNormal' }),
      w('tblPr', {}, [
        w('tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line)),
        w('tblCellMar', {}, ['left', 'right'].map(space)),
      ]),
    ]);
  }

  function stylesPart() {
    const { bodySize } = measures;
    const defaults = w('docDefaults', {}, [
      w('rPrDefault', {}, w('rPr', {}, [fontsXml('fangsong'), w('sz', { val: bodySize * 2 }), w('szCs', { val: bodySize * 2 }), w('lang', { val: 'en-US', eastAsia: 'zh-CN' })])),
      w('pPrDefault'),
    ]);
    const emphasis = w('style', { type: 'character', styleId: 'Strong' }, [w('name', { val: 'Strong' }), w('qFormat'),
      w('rPr', {}, fontsXml(measures.emphasisFont, measures.fonts[measures.emphasisFont].names[0]))]);
    const plainTable = w('style', { type: 'table', default: true, styleId: 'TableNormal' }, [w('name', { val: 'Normal Table' }),
      w('tblPr', {}, [w('tblInd', { w: 0, type: 'dxa' })])]);
    return root('styles', [defaults, ...Object.keys(measures.styles).map(styleXml), emphasis, plainTable, tableStyleXml()]);
  }

  /** Bullets, and for each ordered list a numbering of its own, so that each begins at 1. */
  function numberingPart(orderedLists) {
    const level = (format, text, style) => w('lvl', { ilvl: 0 }, [w('start', { val: 1 }), w('numFmt', { val: format }), w('suff', { val: 'tab' }),
      w('lvlText', { val: text }), w('lvlJc', { val: 'left' }), w('pPr', {}, indentXml(measures.styles[style])), w('rPr', {}, fontsXml(measures.styles[style].font))]);
    const abstract = (id, inside) => w('abstractNum', { abstractNumId: id }, [w('multiLevelType', { val: 'singleLevel' }), inside]);
    const numbers = Array.from({ length: orderedLists }, (_, index) => w('num', { numId: FIRST_LIST + index },
      [w('abstractNumId', { val: LEVELS.decimal }), w('lvlOverride', { ilvl: 0 }, w('startOverride', { val: 1 }))]));
    return root('numbering', [abstract(LEVELS.bullet, level('bullet', '•', 'ListBullet')), abstract(LEVELS.decimal, level('decimal', '%1.', 'ListNumber')),
      w('num', { numId: 1 }, w('abstractNumId', { val: LEVELS.bullet })), ...numbers]);
  }

  /** Each Chinese font with the others to take where it is missing. */
  function fontTablePart() {
    return root('fonts', Object.keys(measures.fonts).map((key) => {
      const { names: [name, ...others], family } = measures.fonts[key];
      return w('font', { name }, [w('altName', { val: others.join(',') }), w('charset', { val: '86' }), w('family', { val: family }), w('pitch', { val: 'auto' })]);
    }));
  }

  function settingsPart() {
    return root('settings', [
      w('zoom', { percent: 100 }),
      w('defaultTabStop', { val: 420 }),
      w('evenAndOddHeaders'),
      w('characterSpacingControl', { val: 'compressPunctuation' }),
      w('compat', {}, [w('doNotExpandShiftReturn'), w('useFELayout'), w('compatSetting', { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 })]),
      w('themeFontLang', { val: 'en-US', eastAsia: 'zh-CN' }),
    ]);
  }

  function headerPart(text) {
    return root('hdr', w('p', {}, [w('pPr', {}, w('pStyle', { val: 'Header' })), run(text, 'Header')]));
  }

  /** The footer line and “— 1 —” at the outer edge: on the right of odd pages, on the left of even ones. */
  function footerPart(text, isEven, width) {
    const size = w('sz', { val: measures.pageNumberSize * 2 }) + w('szCs', { val: measures.pageNumberSize * 2 });
    const numberRun = (inside) => w('r', {}, [w('rPr', {}, fontsXml('song', measures.fonts.song.names[0]) + size), inside]);
    const number = [numberRun('<w:t xml:space="preserve">— </w:t>'), w('fldSimple', { instr: ' PAGE ' }, numberRun('<w:t>1</w:t>')), numberRun('<w:t xml:space="preserve"> —</w:t>')];
    const tab = w('r', {}, [w('rPr', {}, fontsXml('song')), w('tab')]);
    const line = run(text, 'Footer');
    const properties = w('pPr', {}, [w('pStyle', { val: 'Footer' }), w('tabs', {}, w('tab', { val: 'right', pos: fromMillimetres(width) }))]);
    return root('ftr', w('p', {}, [properties, ...(isEven ? [...number, tab, line] : [line, tab, ...number])]));
  }

  /** The margins of a page `upright`, `turned` within an upright document, or of one `landscape` throughout. */
  const marginsOf = (layout) => ({ upright: measures.margins, turned: measures.turnedMargins, landscape: measures.landscapeMargins })[layout];

  /** The width of the text in millimetres. */
  function textWidth(layout) {
    const { page } = measures;
    const { left, right } = marginsOf(layout);
    return (layout === 'upright' ? page.width : page.height) - left - right;
  }

  /** The page of a section. Its header is rId1 of the document; the footers rId2 and rId3, on turned pages rId4 and rId5. */
  function sectionXml(layout) {
    const { page, linePitch } = measures;
    const isLandscape = layout !== 'upright';
    const [width, height] = isLandscape ? [page.height, page.width] : [page.width, page.height];
    const margins = {};
    Object.entries(marginsOf(layout))
      .forEach(([side, length]) => { margins[side] = fromMillimetres(length); });
    const part = (kind, type, id) => element(`w:${kind}Reference`, { 'w:type': type, 'r:id': `rId${id}` });
    const footer = fromMillimetres(isLandscape ? measures.landscapeFooterFromEdge : measures.footerFromEdge);
    return w('sectPr', {}, [
      part('header', 'default', 1), part('header', 'even', 1),
      part('footer', 'default', isLandscape ? 4 : 2), part('footer', 'even', isLandscape ? 5 : 3),
      w('type', { val: 'nextPage' }),
      w('pgSz', { w: fromMillimetres(width), h: fromMillimetres(height), orient: isLandscape ? 'landscape' : null }),
      w('pgMar', { ...margins, header: fromMillimetres(Math.min(measures.headerFromEdge, marginsOf(layout).top / 2)), footer, gutter: 0 }),
      isLandscape ? '' : w('docGrid', { type: 'lines', linePitch: twips(linePitch) }),
    ]);
  }

  return Object.assign(office, {
    word: { w, root, run, fromMillimetres, textWidth, sectionXml, stylesPart, numberingPart, fontTablePart, settingsPart, headerPart, footerPart, FIRST_LIST },
  });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
