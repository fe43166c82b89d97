/* Conveniences only: every page works without this file. Evidence notes, "/" for search, the place in the contents, filters. */
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

  /* What the list 来源与段落 says of the paragraph that a mark leads to; null when it is on another page. */
  function paragraphOf(mark) {
    var hash = mark.getAttribute('href').split('#')[1];
    var sameDocument = mark.pathname === location.pathname;
    return sameDocument && hash ? document.getElementById(hash) : null;
  }

  function openNote(mark, entry) {
    var source = entry.closest('.source');
    var title = source && source.querySelector('.source-title');
    var asOf = source && source.getAttribute('data-as-of');
    note = element('div', 'popover');
    note.setAttribute('role', 'note');
    note.tabIndex = -1;
    note.append(element('p', '', (title ? title.textContent : '') + '，' + mark.getAttribute('data-label')));
    note.append(element('p', '', '原文开头：' + entry.querySelector('.opening').textContent));
    if (asOf) { note.append(element('p', 'quiet', '材料截至：' + asOf)); }
    var jump = element('a', '', '到来源与段落');
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
      if (field) { event.preventDefault(); field.focus(); }
    }
  });

  function followContents() {
    var links = Array.from(document.querySelectorAll('.toc a'));
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

  /* On the full list of cases a facet's link narrows the list in place; the choice is kept in the address after '#'. */
  function filterCases() {
    var list = document.querySelector('[data-filterable]');
    if (!list) { return; }
    var links = Array.from(document.querySelectorAll('a[data-facet]'));
    var cards = Array.from(list.querySelectorAll('.case-card'));
    var state = list.querySelector('.filter-state');

    function chosen() {
      var result = {};
      location.hash.slice(1).split('&').forEach(function (pair) {
        var parts = pair.split('=').map(function (part) {
          try { return decodeURIComponent(part); } catch (error) { return ''; }
        });
        if (parts.length === 2 && parts[1]) { result[parts[0]] = parts[1].split('|'); }
      });
      return result;
    }

    function fits(card, choice) {
      return Object.keys(choice).every(function (facet) {
        var words = (card.getAttribute('data-' + facet) || '').split('|');
        return choice[facet].some(function (word) { return words.indexOf(word) >= 0; });
      });
    }

    function show() {
      var choice = chosen();
      var narrowed = Object.keys(choice).length > 0;
      var shown = cards.filter(function (card) {
        card.hidden = !fits(card, choice);
        return !card.hidden;
      });
      links.forEach(function (link) {
        var words = choice[link.getAttribute('data-facet')] || [];
        link.setAttribute('aria-pressed', String(words.indexOf(link.getAttribute('data-value')) >= 0));
      });
      state.hidden = !narrowed;
      state.textContent = narrowed ? cards.length + ' 个案例中的 ' + shown.length + ' 个' + (shown.length ? '' : '。请减少条件。') : '';
      if (narrowed) {
        var clear = element('button', '', '清除条件');
        clear.type = 'button';
        clear.addEventListener('click', function () {
          location.hash = '';
          links[0].focus({ preventScroll: true });
        });
        state.append(clear);
      }
    }

    links.forEach(function (link) {
      link.setAttribute('role', 'button');
      link.addEventListener('keydown', function (event) {
        if (event.key === ' ') { event.preventDefault(); link.click(); }
      });
      link.addEventListener('click', function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
        event.preventDefault();
        var choice = chosen();
        var facet = link.getAttribute('data-facet');
        var word = link.getAttribute('data-value');
        var words = choice[facet] || [];
        choice[facet] = words.indexOf(word) < 0 ? words.concat(word) : words.filter(function (other) { return other !== word; });
        location.hash = Object.keys(choice).filter(function (name) { return choice[name].length; }).map(function (name) {
          return name + '=' + encodeURIComponent(choice[name].join('|'));
        }).join('&');
      });
    });
    window.addEventListener('hashchange', show);
    show();
  }

  followContents();
  filterCases();
})();
