'use strict';
/**
 * How pages look: 版面, 字号, 颜色. In <head> before the style sheet, so that nothing is painted otherwise first; at most 2 kB.
 *
 * PracticeLook.parse(text) → {look, size, scheme} of 'care-huge-dark', in this order; what is not named is as usual ('normal':
 *   all of it); null for what is no look. PracticeLook.write(look) → such a text.
 * In a page also: now() → what is shown; choose(look, keeps) shows it and, where `keeps`, stores it (the usual by storing
 *   nothing); isKept(); apart: whether no other page sees what this one stores (Firefox on file://); handed() → what links have
 *   to hand on, '' for nothing. The document is told of every change by an event `look`.
 * Kept is the text under `shijianku:<libraryId>:look`. Where pages cannot see it, `?look=` in the address says it (look-links.js).
 */
var PracticeLook = (() => {
  const SHAPE = /^(care)?-?(large|huge)?-?(light|dark)?$/;

  function parse(text) {
    const [, look = 'normal', size = 'normal', scheme = 'auto'] = SHAPE.exec(text === 'normal' ? '' : text) || [];
    const read = { look, size, scheme };
    return write(read) === text ? read : null;
  }

  function write({ look, size, scheme }) {
    return [look, size, scheme].filter((word) => word !== 'normal' && word !== 'auto').join('-') || 'normal';
  }

  function open({ src, dataset }) {
    const root = document.documentElement;
    const key = 'shijianku:' + dataset.library + ':look';
    const apart = location.protocol === 'file:' && 'MozAppearance' in root.style;
    let given = parse(new URLSearchParams(location.search).get('look'));
    let shown;

    function kept() {
      try { return parse(localStorage.getItem(key)); } catch (error) { return null; }
    }

    function handed() {
      return (apart ? given || kept() : given && !kept()) ? write(shown) : '';
    }

    function show() {
      shown = (apart ? given || kept() : kept() || given) || parse('normal');
      Object.assign(root.dataset, shown);
      if (handed() && !window.PracticeLookLinks) {
        const script = document.createElement('script');
        script.src = src.replace('look.js', 'look-links.js');
        document.head.append(script);
      }
      document.dispatchEvent(new Event('look'));
    }

    function choose(look, keeps) {
      const text = write(look);
      given = look;
      try {
        if (keeps && text === 'normal') localStorage.removeItem(key);
        else if (keeps) localStorage.setItem(key, text);
        if (keeps) given = null;
      } catch (error) { /* then it is handed on */ }
      show();
    }

    show();
    ['storage', 'pageshow'].forEach((name) => window.addEventListener(name, show));
    return { parse, write, choose, handed, apart, now: () => shown, isKept: () => Boolean(kept()) };
  }

  return typeof document === 'object' ? open(document.currentScript) : { parse, write };
})();

if (typeof module === 'object') module.exports = PracticeLook;
