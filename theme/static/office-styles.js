'use strict';
/**
 * Every measure, font and fixed word of the workbooks made in the page, as data; nothing else in office-*.js knows one.
 * Load this file first; fragments/office-scripts.html has the order of all.
 */
var PracticeOffice = ((office) => {
  const MUTED = '57606A';

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
  return Object.assign(office, { measures: { creator, disclaimer, workbook } });
})(typeof PracticeOffice === 'object' ? PracticeOffice : {});
