const byId = (id) => document.getElementById(id);
const report = JSON.parse(byId('report').textContent);
const list = byId('list');
const operations = [...list.querySelectorAll('.operation')].map((element) => ({
  element,
  summary: element.querySelector('summary'),
  data: report.operations[element.dataset.index],
  words: null,
}));

list.addEventListener(
  'toggle',
  (event) => {
    const operation = operations.find(({ element }) => element === event.target);
    if (operation?.element.open) fillOperation(operation);
  },
  true,
);

// Filters.

const text = byId('text');
const resource = byId('resource');
const outcomes = [...document.querySelectorAll('input[name=outcome]')];

function wordsOf({ data }) {
  const cases = (data.cases ?? []).flatMap((one) => [
    one.name, one.kind, KINDS[one.kind], one.detail, one.exception, one.answer?.status, ...(one.violations ?? []),
  ]);
  return [data.method, data.path, data.operationId, data.resource, data.blocking, ...cases].join('\n').toLowerCase();
}

function matches(operation, words, outcome) {
  const { element } = operation;
  if (resource.value && element.dataset.resource !== resource.value) return false;
  if (outcome !== 'all' && !element.classList.contains(outcome)) return false;
  if (words.length === 0) return true;
  operation.words ??= wordsOf(operation);
  return words.every((word) => operation.words.includes(word));
}

function filter() {
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  const outcome = outcomes.find((one) => one.checked)?.value ?? 'all';
  let shown = 0;
  for (const operation of operations) {
    const shows = matches(operation, words, outcome);
    operation.element.hidden = !shows;
    if (shows) shown++;
  }
  for (const group of list.querySelectorAll('.group')) {
    const visible = [...group.querySelectorAll('.operation:not([hidden])')];
    group.hidden = visible.length === 0;
    group.querySelector('.number').textContent = `${visible.length}`;
    group.querySelectorAll('.first, .last').forEach((edge) => edge.classList.remove('first', 'last'));
    visible.at(0)?.classList.add('first');
    visible.at(-1)?.classList.add('last');
  }
  const all = operations.length;
  byId('shown').textContent = shown === all ? `${all} operations` : `${shown} of ${all} operations`;
  byId('nothing').hidden = shown > 0;
  for (const pick of document.querySelectorAll('.pick')) {
    const chosen = pick.value === resource.value;
    pick.ariaPressed = `${chosen}`;
    pick.closest('tr').classList.toggle('chosen', chosen);
  }
}

function clear() {
  text.value = '';
  resource.value = '';
  outcomes.forEach((one) => (one.checked = one.value === 'all'));
  filter();
}

text.addEventListener('input', filter);
resource.addEventListener('change', filter);
outcomes.forEach((one) => one.addEventListener('change', filter));
byId('clear').addEventListener('click', () => {
  clear();
  text.focus();
});
byId('open-failed').addEventListener('click', () => {
  operations.forEach(({ element }) => (element.open ||= element.matches('.failed:not([hidden])')));
});
byId('close-all').addEventListener('click', () => {
  list.querySelectorAll('details[open]').forEach((element) => (element.open = false));
});
byId('open-failed').hidden = !list.querySelector('.failed');

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && event.target === text) {
    text.value = '';
    filter();
  }
  const typing = event.target.matches?.('input[type=search], select');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    text.focus();
    text.select();
  }
});

for (const row of document.querySelectorAll('tr[data-resource]')) {
  const name = row.cells[0];
  const pick = make('button', 'pick', ...name.childNodes);
  pick.type = 'button';
  pick.value = row.dataset.resource;
  pick.addEventListener('click', () => {
    resource.value = resource.value === pick.value ? '' : pick.value;
    filter();
  });
  name.replaceChildren(pick);
}

// Links to an operation.

function openLinked() {
  const linked = operations.find(({ summary }) => `#${summary.id}` === location.hash);
  if (!linked) return;
  if (linked.element.hidden) clear();
  linked.element.open = true;
  fillOperation(linked);
  linked.summary.scrollIntoView();
  linked.summary.focus({ preventScroll: true });
}

if (matchMedia('(max-width: 74rem)').matches) byId('resources').open = false;
byId('filters').hidden = false;
filter();
openLinked();
addEventListener('hashchange', openLinked);
addEventListener('beforeprint', () => (byId('resources').open = true));
