'use strict';
/* Where the library is read over http(s): lets the browser keep it for reading offline, and install it. site.js loads this
   file there and nowhere else; browsers have service workers only on https and on the machine's own server. */
(() => {
  const root = document.currentScript.src.replace(/assets\/offline\.js(\?.*)?$/, '');
  const told = document.querySelector('[data-offline]');
  let isTouched = false;

  /* Added here: a manifest that is linked in a page on file:// is an error in the console. */
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = root + 'manifest.webmanifest';
  document.head.append(manifest);

  function ask(worker, question) {
    return new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = (event) => resolve(event.data);
      worker.postMessage(question, [channel.port2]);
    });
  }

  /* A version that came in during an earlier visit takes over as this one begins: no page of the old one goes on with files
     of the new. Where another page is open, or the reader has set to work on this one, it waits for the next visit. */
  async function renew(registration) {
    if (!registration.waiting || !await ask(registration.active, 'alone?') || isTouched) { return; }
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('take over');
  }

  async function keep() {
    const workers = navigator.serviceWorker;
    await workers.register(root + 'service-worker.js', { scope: root });
    const registration = await workers.ready;
    await renew(registration);
    if (told) {
      told.textContent = await ask(registration.active, 'whole?') ? '已存到这台设备，已可离线使用。' : '看过的页面已存到这台设备，可离线使用。';
      told.hidden = false;
    }
  }

  /* Not while the page itself is loading. Where it cannot be kept, the library reads all the same. */
  const start = () => { if ('serviceWorker' in navigator) { keep().catch(() => undefined); } };
  ['keydown', 'pointerdown'].forEach((name) => document.addEventListener(name, () => { isTouched = true; }, { once: true }));
  if (document.readyState === 'complete') { start(); } else { window.addEventListener('load', start); }
})();
