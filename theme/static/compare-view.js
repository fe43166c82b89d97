'use strict';
/**
 * A view of PracticeCompareRows as elements of the page. Every word goes in through textContent.
 *
 * PracticeCompareView.table(view) → the table; .sources(view) → list items.
 */
var PracticeCompareView = (() => {
  const { element } = PracticeDom;
  const SIGNS = { 相同: ' sameness-same', 不同: ' sameness-different' };

  function link(className, href, text) {
    const made = element('a', className, text);
    made.href = href;
    return made;
  }

  /** Evidence as every page shows it: its label stands in an attribute, for CSS to show. */
  function mark([label, href]) {
    const made = href ? link('evidence', href, '') : element('span', 'editorial');
    made.dataset.label = label;
    if (!href) made.setAttribute('role', 'img');
    made.setAttribute('aria-label', href ? '依据：' + label : label);
    return made;
  }

  const note = (label, text) => element('p', 'entry-note', element('span', 'note-name', label + '：'), text);

  function entryElement(entry, marks) {
    const [words, className] = entry.status ? marks[entry.status] : ['', ''];
    const text = entry.href ? link('to-row', entry.href, entry.text) : entry.text;
    const said = element('p', entry.shared ? 'said shared' : 'said', text);
    return element(
      'div', entry.figure ? 'entry entry-figure' : 'entry',
      entry.name ? element('p', 'figure-name', entry.name) : '', entry.text ? said : '',
      entry.marks ? element('span', 'marks', ...entry.marks.map(mark)) : '',
      words ? element('p', 'entry-status', element('span', className, words)) : '',
      ...(entry.flags || []).map((flag) => element('p', 'entry-flag', element('span', 'badge badge-care', flag))),
      ...(entry.notes || []).map(([label, told]) => note(label, told)),
    );
  }

  function cellElement({ entries, blank, words }, column, marks) {
    const made = element('td', !entries.length ? 'blank' : words ? 'cell-words' : '', ...(entries.length ? entries.map((entry) => entryElement(entry, marks)) : [blank]));
    made.dataset.label = column.short;
    return made;
  }

  /** Same and different are said in words, the sign before them is for the eye. */
  function headElement(row) {
    const head = element('th', '', element('p', '', row.label), row.note ? element('p', 'entry-note', row.note) : '');
    if (row.word) head.append(element('p', 'sameness' + (SIGNS[row.sameness] || ''), row.word));
    if (row.telling.length === 1) head.append(element('p', 'entry-note', row.telling[0]));
    head.scope = 'row';
    return head;
  }

  /** What is said of the whole row: of pairs of figures, or of several shared words. Underlined words are told here again. */
  function sayings(row) {
    return row.telling.length > 1 ? ['同与不同', row.telling] : ['能不能相比', row.verdicts];
  }

  function sayingsElement([name, sentences], width) {
    const cell = element('td', '', element('p', 'verdicts-name', name), element('ul', '', ...sentences.map((words) => element('li', '', words))));
    cell.colSpan = width;
    return element('tr', 'verdicts', cell);
  }

  function rowElements(row, view) {
    const width = view.columns.length + 1;
    const said = sayings(row);
    const className = [row.sameness === '不同' ? 'differs' : '', said[1].length ? 'judged' : ''].filter(Boolean).join(' ');
    const made = element('tr', className, headElement(row), ...row.cells.map((cell, place) => cellElement(cell, view.columns[place], view.marks)));
    return said[1].length ? [made, sayingsElement(said, width)] : [made];
  }

  function groupElement({ heading }, width) {
    const head = element('th', '', element('div', 'group-head', element('p', '', heading)));
    head.colSpan = width;
    head.scope = 'colgroup';
    return element('tr', 'group', head);
  }

  function column(text, href) {
    const head = element('th', '', href ? link('to-row', href, text) : text);
    head.scope = 'col';
    return head;
  }

  function table(view) {
    const width = view.columns.length + 1;
    const heads = element('tr', '', column('方面'), ...view.columns.map(({ short, href }) => column(short, href)));
    const rows = [].concat(...view.groups.map((group) => [groupElement(group, width)].concat(...group.rows.map((row) => rowElements(row, view)))));
    return element('table', 'wide wide-' + view.columns.length, element('thead', '', heads), element('tbody', '', ...rows));
  }

  const sources = (view) => view.sources.map((source) => element('li', '', PracticeCompareExport.sourceWords(source)));

  return { element, table, sources };
})();
