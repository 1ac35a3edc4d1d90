// Makes the pages quicker to use. Everything works without it, and it keeps no state but one setting of the keys.
(() => {
  'use strict';

  const words = document.currentScript.dataset;
  const find = selector => document.querySelector(selector);

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  // An input method is at work: what is typed is not yet what is meant, and Enter chooses among its candidates. Safari ends
  // the composition before it reports that Enter, but still with this code.
  const isComposing = event => event.isComposing || event.keyCode === 229;

  // ---- Suggestions: a list that the box owns, by the combobox pattern of WAI-ARIA -------------------------------------

  const WAIT = 120;
  const SIZE = 8;
  const form = find('#search');
  const input = form.querySelector('[name=q]');
  const list = make('ul', { id: 'suggestions', role: 'listbox', 'aria-label': words.list, hidden: '' });
  const told = make('p', { class: 'vh', role: 'status' });
  const known = new Map();
  let shown = [];
  let active = -1;
  let timer;
  let request;

  form.append(list, told);
  Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }).forEach(([key, value]) => input.setAttribute(key, value));

  function activate(index) {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === index));
    if (index < 0) {
      input.removeAttribute('aria-activedescendant');
    } else {
      input.setAttribute('aria-activedescendant', list.children[index].id);
      list.children[index].scrollIntoView({ block: 'nearest' });
    }
  }

  function expand(open) {
    list.hidden = !open;
    input.setAttribute('aria-expanded', open);
    activate(-1);
  }

  function cancel() {
    clearTimeout(timer);
    request?.abort();
  }

  function close() {
    cancel();
    expand(false);
    told.textContent = '';
  }

  // Text nodes only: what articles say never becomes markup.
  function marked(text, ranges) {
    const parts = [];
    let end = 0;
    for (const [from, to] of ranges) {
      parts.push(text.slice(end, from), make('mark', {}, text.slice(from, to)));
      end = to;
    }
    return [...parts, text.slice(end)];
  }

  function option(completion, index) {
    const { kind, text, highlights, count } = completion;
    const note = words[kind] + (count === undefined ? '' : ` · ${count}`);
    return make(
      'li',
      { id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false' },
      make('span', {}, ...marked(text, highlights)),
      ' ',
      make('small', {}, note),
    );
  }

  function show(completions) {
    shown = completions;
    list.replaceChildren(...shown.map(option));
    expand(shown.length > 0);
    told.textContent = words.found.replace('#', shown.length);
  }

  async function ask(typed) {
    request = new AbortController();
    const { signal } = request;
    try {
      if (!known.has(typed)) {
        const url = `/api/v1/suggest?size=${SIZE}&highlight=ranges&q=${encodeURIComponent(typed)}`;
        const answer = await fetch(url, { signal });
        if (!answer.ok) throw new Error(answer.status);
        known.set(typed, (await answer.json()).completions);
      }
      if (!signal.aborted) show(known.get(typed));
    } catch {
      // Aborted, or the server is away: the box searches all the same.
      if (!signal.aborted) close();
    }
  }

  const text = () => input.value.trim();

  // The list stays until the next one is there, but what was chosen in it is not what is meant now.
  function typed() {
    cancel();
    activate(-1);
    if (text()) timer = setTimeout(ask, WAIT, text());
    else close();
  }

  function go({ url }) {
    const target = new URL(url, location.href);
    const ui = new URLSearchParams(location.search).get('ui');
    if (ui) target.searchParams.set('ui', ui);
    close();
    location.assign(target);
  }

  // From the box through the list and back to the box. A closed list opens with what fits the text as it is now.
  function move(step) {
    if (list.hidden) {
      cancel();
      if (!known.has(text())) {
        if (text()) ask(text());
        return;
      }
      show(known.get(text()));
    }
    const places = shown.length + 1;
    activate(((active + 1 + step + places) % places) - 1);
  }

  input.addEventListener('compositionstart', close);
  input.addEventListener('compositionend', typed);
  input.addEventListener('input', event => isComposing(event) || typed());
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
  // Back shows a page as it was left. On a first visit people may be typing already when this comes.
  addEventListener('pageshow', event => event.persisted && close());
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const index = [...list.children].indexOf(event.target.closest('li'));
    if (index >= 0) go(shown[index]);
  });
  input.addEventListener('keydown', event => {
    if (isComposing(event)) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && active >= 0) {
      go(shown[active]);
    } else if (event.key === 'Escape') {
      if (list.hidden) input.value = '';
      close();
    } else {
      // The caret moves, so the keys belong to the text again.
      if (/^(Arrow|Home|End)/.test(event.key)) activate(-1);
      return;
    }
    event.preventDefault();
  });

  // Empty fields say nothing; one search has one address.
  form.addEventListener('formdata', ({ formData }) =>
    [...formData].forEach(([key, value]) => value || formData.delete(key)),
  );

  // ---- Time: whoever drags over bars of the filters asks for the span from the one to the other -----------------------

  const chart = find('.rail .histogram svg');
  const bars = [...(chart?.children ?? [])];
  const selected = bars.map(bar => bar.classList.contains('on'));
  let origin = -1;

  const barAt = event => bars.indexOf(event.target.closest?.('.histogram a'));

  function paint(from, to) {
    bars.forEach((bar, i) => bar.classList.toggle('on', origin < 0 ? selected[i] : i >= from && i <= to));
  }

  function chooseSpan(from, to) {
    const [year, month = 12] = bars[to].dataset.time.split('-');
    const url = new URL(location);
    url.searchParams.set('from', `${bars[from].dataset.time}-01-01`.slice(0, 10));
    url.searchParams.set('to', new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
    ['year', 'page', 'cursor'].forEach(name => url.searchParams.delete(name));
    location.assign(url);
  }

  // A link that is dragged would otherwise go with the pointer.
  chart?.addEventListener('dragstart', event => event.preventDefault());
  chart?.addEventListener('pointerdown', event => {
    if (event.button === 0) origin = barAt(event);
  });
  chart?.addEventListener('pointermove', event => {
    const bar = barAt(event);
    if (origin >= 0 && bar >= 0) paint(Math.min(origin, bar), Math.max(origin, bar));
  });
  addEventListener('pointerup', event => {
    const [from, to] = [origin, barAt(event)].sort((a, b) => a - b);
    origin = -1;
    // On one bar it is a click.
    if (from >= 0 && from < to) chooseSpan(from, to);
    else paint();
  });

  // ---- Keys -----------------------------------------------------------------------------------------------------------

  const SETTING = 'archsearch.keys';
  const dialog = find('#keys');
  const single = dialog.querySelector('input');
  const opener = find('#keys-open');

  try {
    single.checked = localStorage.getItem(SETTING) !== 'off';
  } catch {
    // Storage may be forbidden; the setting then holds for the page.
  }
  single.addEventListener('change', () => {
    try {
      localStorage.setItem(SETTING, single.checked ? 'on' : 'off');
    } catch {
      // As above.
    }
  });
  opener.hidden = false;
  opener.addEventListener('click', () => dialog.showModal());

  function focusBox() {
    input.focus();
    input.select();
  }

  function step(by) {
    const hits = [...document.querySelectorAll('.card :is(h2, h3) a')];
    const here = hits.findIndex(hit => hit.closest('.card').contains(document.activeElement));
    const next = here < 0 && by < 0 ? hits.length - 1 : here + by;
    hits[next]?.focus();
  }

  const keys = {
    '/': focusBox,
    j: () => step(1),
    k: () => step(-1),
    o: () => document.activeElement.closest('.card')?.querySelector(':is(h2, h3) a').click(),
    '?': () => dialog.showModal(),
  };

  document.addEventListener('keydown', event => {
    const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (event.defaultPrevented || isComposing(event) || dialog.open || altKey) return;
    if (ctrlKey || metaKey) {
      if (shiftKey || key.toLowerCase() !== 'k') return;
      focusBox();
    } else {
      const typing = target.closest('input, select, textarea, [contenteditable]');
      if (typing || !single.checked || !Object.hasOwn(keys, key)) return;
      keys[key]();
    }
    event.preventDefault();
  });
})();
