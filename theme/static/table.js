'use strict';
/** Chips above a comparison table that leave only the chosen cases; a convenience, the table is whole without it. */
(() => {
  const BY_CASE = '案例';
  const page = document.querySelector('.comparison');

  /** Case → what stands for it in the tables: its rows, or the cells of its column. */
  function partsByCase() {
    const parts = new Map();
    const add = (name, part) => parts.set(name, (parts.get(name) || []).concat(part));
    for (const table of page.querySelectorAll('.wide')) {
      const heads = Array.from(table.tHead.rows[0].cells);
      for (const row of table.querySelectorAll('tbody tr:not(.group)')) {
        const owner = row.querySelector('.owner');
        if (owner || heads[0].textContent === BY_CASE) add((owner || row.cells[0]).textContent.trim(), row);
        else heads.slice(1).forEach((head, index) => add(head.textContent, [head, row.cells[index + 1]]));
      }
    }
    return parts;
  }

  /** A heading without rows, and a part without either, would only puzzle. */
  function hideEmptyGroups() {
    for (const group of page.querySelectorAll('.wide tr.group')) {
      let row = group.nextElementSibling;
      while (row && row.hidden) row = row.nextElementSibling;
      group.hidden = !row || row.classList.contains('group');
    }
    for (const section of page.querySelectorAll('.table-part')) {
      section.hidden = !section.querySelector('tbody tr:not([hidden])');
    }
  }

  function show(parts, chosen) {
    parts.forEach((elements, name) => elements.forEach((part) => { part.hidden = chosen.size > 0 && !chosen.has(name); }));
    hideEmptyGroups();
  }

  function chip(name, parts, chosen) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      if (!chosen.delete(name)) chosen.add(name);
      button.setAttribute('aria-pressed', String(chosen.has(name)));
      show(parts, chosen);
    });
    return button;
  }

  const parts = partsByCase();
  if (parts.size < 2) return;
  const chosen = new Set();
  const bar = document.createElement('div');
  const label = document.createElement('span');
  const names = Array.from(parts.keys());
  bar.className = 'case-filter';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', '只看其中几项');
  label.textContent = '只看：';
  bar.append(label, ...names.map((name) => chip(name, parts, chosen)));
  page.querySelector('.table-top').after(bar);
})();
