/* On the full list of cases a facet's link narrows the list in place; the choice is kept in the address after '#'. */
(function () {
  'use strict';

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
      var clear = document.createElement('button');
      clear.type = 'button';
      clear.textContent = '清除条件';
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
})();
