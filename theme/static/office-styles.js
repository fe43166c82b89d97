'use strict';
/**
 * Every measure, font and fixed word of the Office files made in the page, as data; nothing else in office-*.js knows one.
 *
 * Documents follow GB/T 9704—2012 where it applies: A4, margins 37/35/28/26 mm, 22 lines of 28 characters of 三号.
 * Lengths of pages and columns are millimetres; sizes, lines and distances are points; indents are characters.
 * Load this file first; fragments/office-scripts.html has the order of all.
 *
 * @typedef {{name: string, font: string, size: number, line?: number, before?: number, after?: number, indent?: number,
 *   hanging?: number, align?: string, level?: number, keepNext?: boolean, colour?: string, tracking?: number}} ParagraphStyle
 *   `line` is an exact line; without it lines are single. `font` is a key of `fonts`.
 */
var PracticeOffice = ((office) => {
  const LINE = 28.95; // 225 mm between the margins hold 22 lines
  const MUTED = '57606A';
  // 28 characters of 16 points are 2 mm wider than the text: each is set a quarter of a point closer. A grid of characters
  // says the same to Word, but LibreOffice gives every character of such a grid two of its cells.
  const FANGSONG = { font: 'fangsong', size: 16, line: LINE, tracking: -0.25 };

  /** `names` after the first are for machines without it; `family` helps Word to choose when none is there. */
  const fonts = {
    title: { names: ['方正小标宋简体', '小标宋', '宋体', 'SimSun', 'Noto Serif CJK SC'], family: 'roman' },
    fangsong: { names: ['仿宋_GB2312', '仿宋', 'FangSong', '华文仿宋', 'Noto Serif CJK SC'], family: 'modern' },
    kaiti: { names: ['楷体_GB2312', '楷体', 'KaiTi', '华文楷体', 'Noto Serif CJK SC'], family: 'modern' },
    heiti: { names: ['黑体', 'SimHei', 'Microsoft YaHei', 'Noto Sans CJK SC'], family: 'swiss' },
    song: { names: ['宋体', 'SimSun', 'Noto Serif CJK SC'], family: 'roman' },
  };

  /** @type {Object<string, ParagraphStyle>} by the id that Word knows */
  const styles = {
    Normal: { name: 'Normal', ...FANGSONG, indent: 2, align: 'both' },
    Title: { name: 'Title', font: 'title', size: 22, line: 36, after: 12, align: 'center', keepNext: true },
    Subtitle: { name: 'Subtitle', font: 'kaiti', size: 16, line: LINE, after: 12, align: 'center', keepNext: true },
    Heading1: { name: 'heading 1', font: 'heiti', size: 16, line: LINE, indent: 2, level: 1, keepNext: true },
    Heading2: { name: 'heading 2', font: 'kaiti', size: 16, line: LINE, indent: 2, level: 2, keepNext: true },
    Heading3: { name: 'heading 3', ...FANGSONG, indent: 2, level: 3, keepNext: true },
    ListBullet: { name: 'List Bullet', ...FANGSONG, indent: 2, hanging: 2, align: 'both' },
    ListNumber: { name: 'List Number', ...FANGSONG, indent: 2, hanging: 2, align: 'both' },
    TableHead: { name: '表头', font: 'heiti', size: 12, before: 2, after: 2, align: 'center', keepNext: true },
    TableText: { name: '表文', font: 'fangsong', size: 12, before: 1, after: 1 },
    TableHeadSmall: { name: '表头（小）', font: 'heiti', size: 10.5, before: 2, after: 2, align: 'center', keepNext: true },
    TableTextSmall: { name: '表文（小）', font: 'fangsong', size: 10.5, before: 1, after: 1 },
    Note: { name: '说明', font: 'kaiti', size: 12, before: 3, after: 3, colour: MUTED },
    Gap: { name: '表后', font: 'fangsong', size: 2, line: 6 },
    Header: { name: 'header', font: 'song', size: 9, align: 'right', colour: MUTED },
    Footer: { name: 'footer', font: 'song', size: 9, colour: MUTED },
  };

  const document = {
    page: { width: 210, height: 297 },
    /** The sheet turned by a quarter: what is bound stays bound. */
    margins: { top: 37, bottom: 35, left: 28, right: 26 },
    turnedMargins: { top: 28, bottom: 26, left: 35, right: 37 },
    /** Of a document that is landscape throughout: not an official paper, its tables need the room. */
    landscapeMargins: { top: 20, bottom: 20, left: 20, right: 20 },
    headerFromEdge: 18,
    footerFromEdge: 20,
    landscapeFooterFromEdge: 12,
    linePitch: LINE,
    bodySize: 16,
    latinFont: 'Times New Roman',
    emphasisFont: 'heiti', // 仿宋 is never made bold: there is no such face, and a drawn one smears
    pageNumberSize: 14,
    fonts,
    styles,
    table: { column: 30, smallFromColumns: 5, padding: 1.5, border: 0.5, headFill: 'F2F2F2' },
  };

  const workbook = {
    font: 'Microsoft YaHei',
    size: 10,
    titleSize: 14,
    muted: MUTED,
    headFill: 'EFEBE5',
    rule: 'D8DEE4',
    column: 24, // characters; a Chinese one takes two
    widest: 80,
    line: 15,
    titleLine: 24,
    padding: 3,
    tallest: 409, // no row of Excel's is higher
    margins: { side: 10, top: 14, bottom: 16, footer: 8 }, // millimetres
  };

  const creator = '实践库';
  const disclaimer = '学习资料·据公开材料整理，未经本库核实';
  return Object.assign(office, { measures: { creator, disclaimer, document, workbook } });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
