/* Conveniences only: every page works without this file. What is used now and then is loaded when it is: notes of evidence and
   terms (notes.js), marks of what was searched for (highlight.js). "/" for search, 关怀版, the place in the contents.

   PracticeSite.load(address, then, otherwise): runs a script of the library, its address beside this one or a whole one. */
var PracticeSite = (function () {
  'use strict';

  var own = document.currentScript.src;
  var asked = null;

  function load(address, then, otherwise) {
    var script = document.createElement('script');
    script.src = new URL(address, own).href;
    script.onload = then;
    script.onerror = otherwise;
    document.head.append(script);
  }

  function openNote() {
    window.PracticeNotes.open(asked);
    asked = null;
  }

  /* The first note of a page; those after it are the business of notes.js. A click beside it stays what it is: a link. */
  function onMark(event, mark) {
    if (window.PracticeNotes || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    if (!asked) { load('notes.js', openNote, function () { location.href = mark.href; }); }
    asked = mark;
  }

  /* At once, without leaving the page; the whole choice of looks is in my.html, where the link leads without this file. */
  function onLook(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    var look = Object.assign({}, PracticeLook.now());
    look.look = look.look === 'care' ? 'normal' : 'care';
    PracticeLook.choose(look, !PracticeLook.apart);
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest ? event.target.closest('a') : null;
    if (!link) { return; }
    if (link.matches('.evidence, .ref-term')) { onMark(event, link); }
    if (link.matches('.look-link')) { onLook(event); }
  });

  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName || '');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
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

  /* A page opened from a search result marks what was searched for. */
  if (/[?&]hl=/.test(location.search)) { load('highlight.js'); }
  if (/^http/.test(location.protocol)) { load('offline.js'); }

  /* CSS shows the label of a mark; to a listener it is said here, and not in the page's hundreds of marks themselves. */
  function nameMarks(within) {
    within.querySelectorAll('a.evidence[data-label]').forEach(function (mark) {
      mark.setAttribute('aria-label', '依据：' + mark.getAttribute('data-label'));
    });
  }

  nameMarks(document);
  followContents();
  countBasket();
  return { load: load, nameMarks: nameMarks };
})();
