'use strict';
/**
 * Small notes beside what they explain: the paragraph that an evidence mark leads to, the definition of a term. Loaded by
 * site.js when the first is asked for; without it, and where there is nothing to say, a mark is the link that it is.
 *
 * PracticeNotes.open(mark) opens the note of a link, or follows it; close() takes it away. Definitions come from data/terms/<letter>.js by <script>:
 *   anchor → [name, synonyms, definition], to be shown as text.
 */
var PracticeNotes = (() => {
  const MARKS = 'a.evidence, a.ref-term';
  const UNEXPLAINED = '材料用到这个说法，没有解释。';
  let note = null;
  let owner = null;

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className || '';
    made.textContent = text || '';
    return made;
  }

  function close() {
    if (!note) return;
    note.remove();
    owner.removeAttribute('aria-expanded');
    note = owner = null;
  }

  /** Back to the mark: from there Tab goes on in the text, for the note itself stands at the end of the document. */
  function leave() {
    const back = owner;
    close();
    back.focus();
  }

  /**
   * What this page's list of paragraphs says of the one that a mark leads to; null when it says nothing of it. A manual's
   * marks lead to the case's page, and its own list has the same links.
   */
  function paragraphOf(mark) {
    const anchor = mark.hash.slice(1);
    if (mark.pathname === location.pathname) return anchor ? document.getElementById(anchor) : null;
    const isSame = (entry) => { const link = entry.querySelector('a'); return link.pathname + link.hash === mark.pathname + mark.hash; };
    return Array.from(document.querySelectorAll('.resting li')).find(isSame) || null;
  }

  function evidenceLines(mark, entry) {
    const source = entry.closest('.source');
    const title = source && source.querySelector('.source-title');
    const asOf = source && source.getAttribute('data-as-of');
    const drawn = entry.querySelector('.drawn');
    return [
      element('p', '', (title ? title.textContent : '') + '，' + (mark.getAttribute('data-label') || mark.textContent)),
      element('p', '', '原文开头：' + entry.querySelector('span').textContent),
      asOf && element('p', 'quiet', '材料截至：' + asOf),
      drawn && drawn.cloneNode(true),
    ].filter(Boolean);
  }

  function termLines([name, synonyms, definition]) {
    return [
      element('p', 'popover-name', name),
      element('p', '', definition || UNEXPLAINED),
      synonyms && element('p', 'quiet', '又作：' + synonyms),
    ].filter(Boolean);
  }

  function show(mark, lines, further) {
    close();
    note = element('div', 'popover');
    note.setAttribute('role', 'note');
    note.tabIndex = -1;
    const jump = element('a', '', further);
    jump.href = mark.getAttribute('href');
    jump.addEventListener('click', () => window.setTimeout(close)); // other listeners still ask where the link stands
    const last = element('p');
    last.append(jump);
    note.append(...lines, last);
    place(mark);
    owner = mark;
    mark.setAttribute('aria-expanded', 'true');
    note.focus({ preventScroll: true });
  }

  /** Below the mark always, so that the note never covers what it is about. */
  function place(mark) {
    document.body.append(note);
    const boxes = mark.getClientRects();
    const box = boxes[boxes.length - 1];
    const widest = document.documentElement.clientWidth;
    const left = Math.max(16, Math.min(box.left, widest - note.offsetWidth - 16));
    note.style.left = left + window.pageXOffset + 'px';
    note.style.top = box.bottom + 8 + window.pageYOffset + 'px';
    note.scrollIntoView({ block: 'nearest' });
  }

  const follow = (mark) => { location.href = mark.href; };

  function openEvidence(mark) {
    const entry = paragraphOf(mark);
    if (entry) show(mark, evidenceLines(mark, entry), mark.pathname !== location.pathname ? '到案例页的这一段' : '到来源与段落');
    else follow(mark);
  }

  function openTerm(mark) {
    const anchor = mark.hash.slice(1);
    const told = () => {
      const terms = window.PracticeTerms || {};
      if (Object.prototype.hasOwnProperty.call(terms, anchor)) show(mark, termLines(terms[anchor]), '到术语页看出处');
      else follow(mark);
    };
    const page = mark.href.replace(/terms\.html.*$/, '');
    if (window.PracticeTerms && window.PracticeTerms[anchor]) told();
    else PracticeSite.load(page + 'data/terms/' + anchor.charAt('term-'.length) + '.js', told, told);
  }

  function open(mark) {
    if (mark.classList.contains('evidence')) openEvidence(mark); else openTerm(mark);
  }

  document.addEventListener('click', (event) => {
    const mark = event.target.closest ? event.target.closest(MARKS) : null;
    const again = mark && mark === owner;
    if (note && !note.contains(event.target)) close();
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!again) open(mark);
  });

  document.addEventListener('keydown', (event) => {
    if (!note) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (event.key === 'Tab' && note.contains(event.target) && (event.shiftKey || event.target !== note)) {
      if (event.shiftKey) event.preventDefault();
      leave();
    }
  });

  return { open, close };
})();
