'use strict';
/**
 * Hands a look on to the pages of the library where they cannot see what is kept: Firefox on file://, or storage forbidden.
 * Loaded by look.js only there. Links get `look=…` at the moment they are used, forms a hidden field, and this page's own
 * address has it too, whatever a script writes there, so that the page is the same when loaded again.
 */
var PracticeLookLinks = (() => {
  const NAME = 'look';

  /** An address with its look replaced, by '' taken out; all else in it as it was. An anchor alone is left alone. */
  function withLook(address, look) {
    const [, path, query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address);
    if (!path && !query) return address;
    const parts = query.slice(1).split('&').filter((part) => part && !part.startsWith(NAME + '='));
    const told = parts.concat(look ? NAME + '=' + look : []).join('&');
    return path + (told && '?' + told) + anchor;
  }

  function open({ src }) {
    const site = src.replace(/assets\/look-links\.js$/, '');
    const handed = () => PracticeLook.handed();

    function onLink({ target }) {
      const link = target.closest && target.closest('a[href]');
      if (!link || !link.href.startsWith(site) || !link.pathname.endsWith('.html')) return;
      link.setAttribute('href', withLook(link.getAttribute('href'), handed()));
    }

    function onSubmit({ target }) {
      if (!handed() || !target.action.startsWith(site)) return;
      const field = target.elements[NAME] || Object.assign(document.createElement('input'), { type: 'hidden', name: NAME });
      field.value = handed();
      target.append(field);
    }

    ['pushState', 'replaceState'].forEach((name) => {
      const own = history[name].bind(history);
      history[name] = (state, title, address) => (
        own(state, title, address === undefined ? address : withLook(String(address), handed()))
      );
    });

    /** Some browsers forbid changing the address on file://; there a page loaded again looks as usual. */
    function writeAddress() {
      try {
        history.replaceState(history.state, '', location.pathname.split('/').pop() + location.search + location.hash);
      } catch (error) {
        if (error.name !== 'SecurityError') throw error;
      }
    }

    // In the capturing phase: scripts of the page read a link's address when it is clicked.
    ['click', 'auxclick', 'contextmenu'].forEach((name) => document.addEventListener(name, onLink, true));
    document.addEventListener('submit', onSubmit, true);
    document.addEventListener('look', writeAddress);
    writeAddress();
  }

  if (typeof document === 'object') open(document.currentScript);
  return { withLook };
})();

if (typeof module === 'object') module.exports = PracticeLookLinks;
