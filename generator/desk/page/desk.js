'use strict';
/**
 * The desk over the page that is being written: what is wrong, and the page anew when there is another edition of the site.
 *
 * The page's security policy lets it load scripts of its server and nothing else: what is new comes as a script that calls
 * PracticeDesk.tell({ build, edition, errors, warnings }), each problem { at, message }. It is answered when there is something new.
 */
window.PracticeDesk = (() => {
  const own = document.currentScript;
  const edition = own.dataset.edition;
  const CLOSED = 'shijianku-desk:closed';
  const PLACE = 'shijianku-desk:place';
  const AGAIN = 1500;
  let told = null;
  let isAsking = false;

  function made(name, className, text) {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text || '';
    return element;
  }

  const kept = {
    get: (key) => { try { return sessionStorage.getItem(key); } catch (error) { return null; } },
    set: (key, value) => { try { sessionStorage.setItem(key, value); } catch (error) { /* then it is not kept */ } },
  };

  const panel = made('section', 'desk-panel');
  const chip = made('button', 'desk-chip');
  const said = made('p', 'desk-said');
  const head = made('p', '');
  const close = made('button', '', '关闭');
  const lists = made('div', '');
  const top = made('div', 'desk-head');
  panel.setAttribute('aria-label', '编辑台：检查结果');
  panel.tabIndex = -1;
  head.setAttribute('role', 'alert');
  said.setAttribute('role', 'status');
  chip.type = close.type = 'button';
  top.append(head, close);
  panel.append(top, lists);
  [panel, chip, said].forEach((element) => { element.hidden = true; });

  const counted = (errors, warnings) => [errors && errors + ' 个错误', warnings && warnings + ' 个警告'].filter(Boolean).join('、');

  function list(title, problems) {
    if (!problems.length) { return; }
    const items = made('ul', '');
    problems.forEach(({ at, message }) => {
      const item = made('li', '');
      item.append(made('code', '', at), made('span', '', message));
      items.append(item);
    });
    lists.append(made('h2', '', title), items);
  }

  /* Errors open the panel by themselves, once for each save that has some; warnings wait behind the button. */
  function show(isOpen) {
    const { errors, warnings } = told;
    const count = counted(errors.length, warnings.length);
    lists.textContent = '';
    list('错误', errors);
    list('警告', warnings);
    panel.classList.toggle('desk-mild', !errors.length);
    chip.classList.toggle('desk-bad', errors.length > 0);
    chip.textContent = count;
    chip.setAttribute('aria-label', '打开检查结果：' + count);
    panel.hidden = !isOpen;
    chip.hidden = isOpen || !count;
    const words = !isOpen ? '' : errors.length ? '有 ' + count + '，' + (edition ? '网页还是上一次生成的。' : '还没有网页。') : '有 ' + count + '，不妨碍生成。';
    if (head.textContent !== words) { head.textContent = words; }
  }

  function shut() {
    kept.set(CLOSED, told.build);
    show(false);
    chip.focus();
  }

  function again() {
    kept.set(PLACE, JSON.stringify([location.pathname, window.pageXOffset, window.pageYOffset]));
    location.reload();
  }

  function tell(news) {
    said.hidden = true;
    told = news;
    if (news.edition !== edition) { again(); return; }
    show(news.errors.length > 0 && kept.get(CLOSED) !== news.build);
  }

  function lost() {
    said.textContent = '编辑台已停止，这一页不再更新。重新运行 serve 后会自动接上。';
    said.hidden = false;
    chip.hidden = true;
  }

  /* A page that nobody looks at does not ask: browsers open six connections to a server and no more. */
  function ask() {
    if (isAsking || document.hidden) { return; }
    isAsking = true;
    const script = document.createElement('script');
    const end = (wait) => { script.remove(); isAsking = false; setTimeout(ask, wait); };
    script.src = new URL('told.js', own.src).href + (told ? '?after=' + told.build : '');
    script.onload = () => end(0);
    script.onerror = () => { lost(); end(AGAIN); };
    document.head.append(script);
  }

  /* Where the page was before it was loaded anew: what loads late can make a browser's own memory of it too short. */
  function returnToPlace() {
    const place = JSON.parse(kept.get(PLACE) || 'null');
    kept.set(PLACE, 'null');
    if (place && place[0] === location.pathname) { window.scrollTo(place[1], place[2]); }
  }

  function begin() {
    returnToPlace();
    ask();
  }

  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL('desk.css', own.src).href;
  document.head.append(style);
  document.body.append(panel, chip, said);
  close.addEventListener('click', shut);
  chip.addEventListener('click', () => { show(true); panel.focus(); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !panel.hidden) { shut(); } });
  document.addEventListener('visibilitychange', ask);
  if (document.readyState === 'complete') { begin(); } else { window.addEventListener('load', begin); }
  return { tell };
})();
