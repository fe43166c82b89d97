'use strict';
/**
 * 放映: the sections of a case, a chapter or a table one at a time on the whole screen, for a room to read. Loaded by
 * basket-links.js when it is asked for, with its style sheet. The screens are copies; the page below stays as it is.
 *
 * PracticePresent.start(button) shows the first screen; `button` has the focus again when the reader leaves from there.
 */
var PracticePresent = (() => {
  const SCREENS = '.case-head, .key-figures, .manual-head, .page-head, .table-top, section.part, .clause, .table-part, .table-notes';
  /** Lists of links and of paragraphs: what a reader looks up, not what a room reads. */
  const LEFT_OUT = '#sources, #clauses, #beside, #contents';
  const TOOLS = '.take-part, .clause-tools, .clause-cite';
  const NEARLY = 2;
  /** Of a screenful, what goes up at once: a line or two stay to be found again. */
  const STEP = 0.85;
  const root = document.documentElement;
  const style = document.currentScript.src.replace(/\.js$/, '.css');
  let shown = null;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  }

  const headingOf = (section) => section.querySelector('h1, h2, h3');
  const isBare = (section) => Array.from(section.children).every((child) => child.matches('h2, .take-part'));

  /** @returns {{section: Element, under: string}[]} `under`: the heading that a section without one of its own stands below */
  function screensOf(main) {
    let under = '';
    const screens = [];
    main.querySelectorAll(SCREENS).forEach((section) => {
      const heading = headingOf(section);
      const opens = heading && (heading.tagName === 'H1' || section.matches('section.level-2'));
      if (!section.matches(LEFT_OUT) && !isBare(section)) screens.push({ section, under: opens ? '' : under });
      if (opens) under = heading.textContent;
    });
    return screens;
  }

  /** A copy to look at: ids stay with the page, and so do the tools. */
  function copyOf(section) {
    const copy = section.cloneNode(true);
    copy.querySelectorAll(TOOLS).forEach((tool) => tool.remove());
    [copy, ...copy.querySelectorAll('[id], [aria-labelledby]')].forEach((node) => {
      node.removeAttribute('id');
      node.removeAttribute('aria-labelledby');
    });
    return copy;
  }

  class Presentation {
    constructor(main, button) {
      this.screens = screensOf(main);
      this.button = button;
      this.at = 0;
      this.build(main.querySelector('article'));
      this.onKey = this.onKey.bind(this);
      this.onClick = this.onClick.bind(this);
      this.onFullscreen = this.onFullscreen.bind(this);
    }

    build(article) {
      this.stage = element('div', 'present-stage ' + (article ? article.className.replace('with-toc', '') : ''));
      this.stage.tabIndex = -1;
      this.back = this.control('上一页', () => this.turn(this.at - 1));
      this.onward = this.control('下一页', () => this.turn(this.at + 1));
      this.number = element('span', 'present-number');
      this.number.setAttribute('aria-hidden', 'true');
      this.status = element('span', 'unseen');
      this.status.setAttribute('role', 'status');
      const end = this.control('退出放映', () => this.leave());
      this.name = element('h1', 'unseen', document.querySelector('h1').textContent); // for listeners, where the screen has none
      this.box = element('div', 'present', this.name, this.stage, element('div', 'present-bar', this.back, this.number, this.onward, this.status, end));
      this.box.setAttribute('role', 'main');
      this.box.setAttribute('aria-label', '放映');
    }

    /** After a click with the mouse the keys are to turn pages, not to press the button again. */
    control(text, act) {
      const made = element('button', '', text);
      made.type = 'button';
      made.addEventListener('click', (event) => {
        act();
        if (shown === this && (event.detail > 0 || made.disabled)) this.stage.focus({ preventScroll: true });
      });
      return made;
    }

    begin() {
      root.classList.add('presenting');
      document.body.append(this.box);
      document.addEventListener('keydown', this.onKey);
      document.addEventListener('click', this.onClick);
      document.addEventListener('fullscreenchange', this.onFullscreen);
      this.fill();
      this.turn(0);
      this.stage.focus({ preventScroll: true });
    }

    /** The whole screen where the browser gives it; without it the window is as good. */
    fill() {
      try {
        const asked = root.requestFullscreen();
        if (asked) asked.catch(() => {});
      } catch (error) { /* none to be had */ }
    }

    turn(to) {
      if (to < 0 || to >= this.screens.length) return;
      if (window.PracticeNotes) window.PracticeNotes.close();
      this.at = to;
      const { section, under } = this.screens[to];
      this.stage.textContent = '';
      if (under) this.stage.append(element('p', 'present-under', under));
      this.stage.append(copyOf(section));
      this.stage.classList.toggle('present-title', section.matches('header'));
      this.name.hidden = section.matches('header');
      window.scrollTo(0, 0);
      this.tell(headingOf(section), under);
    }

    tell(heading, under) {
      const [page, all] = [this.at + 1, this.screens.length];
      this.number.textContent = page + ' / ' + all;
      this.status.textContent = '第 ' + page + ' 页，共 ' + all + ' 页：' + (heading ? heading.textContent : under);
      this.back.disabled = page === 1;
      this.onward.disabled = page === all;
    }

    /** Scrolls by one screenful down (1) or up (-1) → false where there is nothing more that way. */
    scroll(way) {
      const end = way > 0 ? root.scrollHeight - window.innerHeight : 0;
      if ((end - window.pageYOffset) * way < NEARLY) return false;
      window.scrollBy(0, way * STEP * (window.innerHeight - this.box.lastChild.offsetHeight));
      return true;
    }

    step(way) {
      if (!this.scroll(way)) this.turn(this.at + way);
    }

    /** What a key does; null when it is the browser's. The up and down keys scroll by lines and turn where the screen ends. */
    actOf({ key, shiftKey, repeat, target }) {
      const isOwn = target.closest && target.closest('button, a, input, summary');
      const scrollsSideways = target.closest && target.closest('[tabindex="0"]');
      const way = { PageDown: 1, PageUp: -1, ' ': shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[key];
      if (key === 'Escape') return () => this.leave();
      if (key === 'Home') return () => this.turn(0);
      if (key === 'End') return () => this.turn(this.screens.length - 1);
      if (!way || (key === ' ' && isOwn)) return null;
      if (key === 'ArrowRight' || key === 'ArrowLeft') return scrollsSideways ? null : () => this.turn(this.at + way);
      if (key === 'ArrowDown' || key === 'ArrowUp') return this.isAtEnd(way) && !repeat ? () => this.turn(this.at + way) : null;
      return () => this.step(way);
    }

    isAtEnd(way) {
      return (way > 0 ? root.scrollHeight - window.innerHeight - window.pageYOffset : window.pageYOffset) < NEARLY;
    }

    onKey(event) {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === 'Escape' && document.querySelector('.popover')) return; // it closes the note (notes.js)
      const act = this.actOf(event);
      if (!act) return;
      event.preventDefault();
      act();
    }

    /** A link to a place on this page leads out, for it is not on the screen; marks open notes (notes.js). */
    onClick(event) {
      const link = event.target.closest && event.target.closest('a[href^="#"]');
      if (link && !link.matches('.evidence, .ref-term') && !event.defaultPrevented) this.end();
    }

    /** Escape in full screen is the browser's own, and never told. */
    onFullscreen() {
      if (!document.fullscreenElement) this.leave();
    }

    end() {
      shown = null;
      document.removeEventListener('keydown', this.onKey);
      document.removeEventListener('click', this.onClick);
      document.removeEventListener('fullscreenchange', this.onFullscreen);
      if (window.PracticeNotes) window.PracticeNotes.close();
      this.box.remove();
      root.classList.remove('presenting');
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    }

    /** Back on the page, at the section that was shown. */
    leave() {
      if (shown !== this) return;
      this.end();
      const { section } = this.screens[this.at];
      const place = this.at ? headingOf(section) || section : this.button;
      if (this.at) place.tabIndex = -1;
      section.scrollIntoView();
      place.focus({ preventScroll: true });
    }
  }

  /** Nothing is shown before its style is there; where that is missing the page stays as it is, and the button says why. */
  function withStyle(button, then) {
    if (document.querySelector('[data-present]')) { then(); return; }
    const link = element('link', '');
    link.rel = 'stylesheet';
    link.href = style;
    link.dataset.present = '';
    link.onload = then;
    link.onerror = () => { button.textContent = '缺少放映的文件'; };
    document.head.append(link);
  }

  function start(button) {
    withStyle(button, () => {
      if (shown) return;
      shown = new Presentation(document.querySelector('main'), button);
      shown.begin();
    });
  }

  return { start };
})();
