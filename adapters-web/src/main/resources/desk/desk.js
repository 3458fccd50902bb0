// Listens to what changes for the customer on the page, and lets the parts of the page look again.
(() => {
  'use strict';
  let stream = null;

  const listen = () => {
    const page = document.getElementById('customer');
    if (!page || stream) {
      return;
    }
    stream = new EventSource(page.dataset.changes);
    const tell = (name) => (event) => {
      const news = document.getElementById('news');
      if (news && event.data.trim()) {
        news.textContent = event.data;
      }
      htmx.trigger(document.body, name);
    };
    stream.addEventListener('fact', tell('fact'));
    stream.addEventListener('answered', tell('answered'));
    // After a break something may have happened that the stream told to nobody.
    let broken = false;
    stream.onerror = () => {
      broken = true;
      if (stream && stream.readyState === EventSource.CLOSED) {
        document.getElementById('news').textContent = 'No longer listening: reload the page.';
      }
    };
    stream.onopen = () => {
      page.dataset.listening = 'true';
      if (broken) {
        broken = false;
        htmx.trigger(document.body, 'answered');
      }
    };
  };

  document.addEventListener('DOMContentLoaded', listen);
  window.addEventListener('pagehide', () => {
    if (stream) {
      stream.close();
      stream = null;
    }
  });
  window.addEventListener('pageshow', listen);
})();
