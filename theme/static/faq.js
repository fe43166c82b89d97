'use strict';
/**
 * 按问题找: topics are closed until one is asked for, and a field finds questions by the words of any of their wordings.
 * Without scripts all stands open.
 */
(() => {
  const body = document.querySelector('[data-faq]');
  const form = body.querySelector('[data-faq-find]');
  const field = form.querySelector('input');
  const button = form.querySelector('[data-faq-open]');
  const said = form.querySelector('[data-faq-said]');
  const topics = Array.from(body.querySelectorAll('.faq-topic'));
  const entries = Array.from(body.querySelectorAll('.faq-entry'), (node) => ({
    node, text: node.textContent.toLowerCase(),
  }));

  function setAll(isOpen) {
    topics.forEach((topic) => { topic.open = isOpen; });
    button.textContent = isOpen ? '全部收起' : '全部展开';
  }

  /** Every word must be in the question, its wordings or the names of its answers. */
  function find() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    entries.forEach((entry) => { entry.node.hidden = !words.every((word) => entry.text.includes(word)); });
    topics.forEach((topic) => { topic.hidden = !topic.querySelector('.faq-entry:not([hidden])'); });
    const count = entries.filter(({ node }) => !node.hidden).length;
    setAll(words.length > 0);
    said.textContent = !words.length ? '' : count ? '找到 ' + count + ' 问' : '没有这样的问题。可以少写一个词，或者用搜索。';
  }

  /** Opens what the address names. */
  function reveal() {
    const node = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const topic = node && node.closest('.faq-topic');
    if (!topic) return;
    topic.open = true;
    node.scrollIntoView();
  }

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('input', find);
  button.addEventListener('click', () => setAll(topics.some((topic) => !topic.open)));
  window.addEventListener('hashchange', reveal);
  setAll(false);
  reveal();
})();
