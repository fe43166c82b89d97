/* Conveniences only: every page works without this file. Evidence notes, "/" for search, the place in the contents. */
(function () {
  'use strict';

  var note = null;
  var owner = null;

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className || '';
    made.textContent = text || '';
    return made;
  }

  function closeNote() {
    if (!note) { return; }
    note.remove();
    owner.removeAttribute('aria-expanded');
    note = owner = null;
  }

  /* Back to the mark: from there Tab goes on in the text, for the note itself stands at the end of the document. */
  function leaveNote() {
    var back = owner;
    closeNote();
    back.focus();
  }

  /* What this page's list of paragraphs says of the one that a mark leads to; null when it says nothing of it. A manual's
     marks lead to the case's page, and its own list has the same links. */
  function paragraphOf(mark) {
    var hash = mark.hash.slice(1);
    if (mark.pathname === location.pathname) { return hash ? document.getElementById(hash) : null; }
    return Array.from(document.querySelectorAll('.resting li')).find(function (entry) {
      return entry.querySelector('a').href === mark.href;
    }) || null;
  }

  function openNote(mark, entry) {
    var source = entry.closest('.source');
    var title = source && source.querySelector('.source-title');
    var asOf = source && source.getAttribute('data-as-of');
    note = element('div', 'popover');
    note.setAttribute('role', 'note');
    note.tabIndex = -1;
    note.append(element('p', '', (title ? title.textContent : '') + '，' + (mark.getAttribute('data-label') || mark.textContent)));
    note.append(element('p', '', '原文开头：' + entry.querySelector('span').textContent));
    if (asOf) { note.append(element('p', 'quiet', '材料截至：' + asOf)); }
    var drawn = entry.querySelector('.drawn');
    if (drawn) { note.append(drawn.cloneNode(true)); }
    var jump = element('a', '', mark.pathname !== location.pathname ? '到案例页的这一段' : '到来源与段落');
    jump.href = mark.getAttribute('href');
    jump.addEventListener('click', closeNote);
    var last = element('p');
    last.append(jump);
    note.append(last);
    place(mark);
    owner = mark;
    mark.setAttribute('aria-expanded', 'true');
    note.focus({ preventScroll: true });
  }

  /* Below the mark always, so that the note never covers the figure it is about. */
  function place(mark) {
    document.body.append(note);
    var box = mark.getBoundingClientRect();
    var widest = document.documentElement.clientWidth;
    var left = Math.max(16, Math.min(box.left, widest - note.offsetWidth - 16));
    note.style.left = left + window.pageXOffset + 'px';
    note.style.top = box.bottom + 8 + window.pageYOffset + 'px';
    note.scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('click', function (event) {
    var mark = event.target.closest ? event.target.closest('a.evidence') : null;
    var again = mark && mark === owner;
    if (note && !note.contains(event.target)) { closeNote(); }
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var entry = paragraphOf(mark);
    if (!entry) { return; }
    event.preventDefault();
    if (!again) { openNote(mark, entry); }
  });

  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName || '');
    if (event.key === 'Escape' && note) {
      leaveNote();
    } else if (event.key === 'Tab' && note && note.contains(event.target) && (event.shiftKey || event.target !== note)) {
      if (event.shiftKey) { event.preventDefault(); }
      leaveNote();
    } else if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      var field = document.querySelector('[data-search-field]');
      if (field) { event.preventDefault(); field.focus(); field.select(); }
    }
  });

  function followContents() {
    var links = Array.from(document.querySelectorAll('.toc a[href^="#"]'));
    if (!links.length || !('IntersectionObserver' in window)) { return; }
    var contents = links[0].closest('.toc');
    var sections = links.map(function (link) { return document.getElementById(link.hash.slice(1)); });
    function mark() {
      var current = 0;
      sections.forEach(function (section, index) {
        if (section && section.getBoundingClientRect().top < 120) { current = index; }
      });
      if (window.innerHeight + window.pageYOffset > document.documentElement.scrollHeight - 4) { current = links.length - 1; }
      links.forEach(function (link, index) {
        if (index === current) { link.setAttribute('aria-current', 'true'); } else { link.removeAttribute('aria-current'); }
      });
      contents.scrollTop = links[current].offsetTop - contents.clientHeight / 2;
    }
    var watcher = new IntersectionObserver(mark, { rootMargin: '-100px 0px -60% 0px' });
    sections.forEach(function (section) { if (section) { watcher.observe(section); } });
  }

  /* How many things are in the 讲义篮: told only where this page can see what my.html keeps (Firefox keeps it per file). */
  function countBasket() {
    var link = document.querySelector('.basket-link');
    var kept = null;
    try { kept = JSON.parse(localStorage.getItem('shijianku:' + link.getAttribute('data-library') + ':basket')); } catch (error) { return; }
    if (kept && Array.isArray(kept.items) && kept.items.length) { link.querySelector('span').textContent = '（' + kept.items.length + '）'; }
  }

  function load(name) {
    var script = element('script');
    script.src = document.currentScript.src.replace(/site\.js$/, name);
    document.head.append(script);
  }

  /* A page opened from a search result marks what was searched for. */
  if (/[?&]hl=/.test(location.search)) { load('highlight.js'); }
  if (/^http/.test(location.protocol)) { load('offline.js'); }

  /* CSS shows the label of a mark; to a listener it is said here, and not in the page's hundreds of marks themselves. */
  document.querySelectorAll('a.evidence[data-label]').forEach(function (mark) {
    mark.setAttribute('aria-label', '依据：' + mark.getAttribute('data-label'));
  });

  followContents();
  countBasket();
})();
