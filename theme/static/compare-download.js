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

  const fileName = (view, kind) => PracticeDownload.fileName(PracticeCompareExport.title(view).replace('：', ''), kind);

  const isReady = { xlsx: () => window.PracticeOffice && window.PracticeOffice.xlsx, docx: () => window.PracticeHandout && window.PracticeHandout.docx };

  async function bytes(kind, view, load) {
    if (kind === 'csv') return PracticeCompareExport.csv(view);
    if (!isReady[kind]()) await loadWriter(kind, load);
    return kind === 'xlsx' ? window.PracticeOffice.xlsx(PracticeCompareExport.workbook(view))
      : window.PracticeHandout.docx(PracticeCompareExport.document(view), window.PracticeHandoutCommon, window.PracticeHandoutOffice);
  }

  /** The scripts stand in a template, in the order they need. */
  async function loadWriter(kind, load) {
    const scripts = Array.from(document.querySelector('[data-writer=' + kind + ']').content.querySelectorAll('script'));
    for (const script of scripts) await load(script.getAttribute('src'));
  }

  async function save(kind, view, load) {
    const name = fileName(view, kind);
    PracticeDownload.save(await bytes(kind, view, load), name, TYPES[kind]);
    return name;
  }

  return { save, fileName };
})();
