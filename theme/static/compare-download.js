'use strict';
/**
 * The view as a file the reader keeps. The scripts that write Excel and Word are loaded only when one is asked for.
 *
 * PracticeCompareDownload.save(kind, view, load) → a promise of the file's name; `load` runs a script by its address.
 *   Rejects with the name of what is missing.
 */
var PracticeCompareDownload = (() => {
  const TYPES = {
    csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  };

  const fileName = (view, kind) => PracticeCompareExport.title(view).replace('：', '') + '.' + kind;

  async function bytes(kind, view, load) {
    if (kind === 'csv') return PracticeCompareExport.csv(view);
    const made = kind === 'xlsx' ? PracticeCompareExport.workbook(view) : PracticeCompareExport.document(view);
    if (!window.PracticeOffice || !window.PracticeOffice[kind]) await loadWriters(load);
    return window.PracticeOffice[kind](made);
  }

  /** The scripts stand in a template, in the order they need. */
  async function loadWriters(load) {
    const scripts = Array.from(document.querySelector('[data-compare-writers]').content.querySelectorAll('script'));
    for (const script of scripts) await load(script.getAttribute('src'));
  }

  async function save(kind, view, load) {
    const name = fileName(view, kind);
    PracticeDownload.save(await bytes(kind, view, load), name, TYPES[kind]);
    return name;
  }

  return { save, fileName };
})();
