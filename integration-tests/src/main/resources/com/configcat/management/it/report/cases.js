// Operations and cases, filled when they are opened.

const KINDS = {
  success: 'valid request',
  noCredentials: 'no credentials',
  brokenParameter: 'broken parameter',
  brokenBody: 'broken body',
  declaredStatus: 'declared status',
};

function headers(all) {
  const shown = make('dl', 'headers');
  for (const [name, value] of Object.entries(all ?? {})) {
    shown.append(make('div', '', make('dt', '', `${name}: `), make('dd', '', [value].flat().join(', '))));
  }
  return shown;
}

function side(title, line, part) {
  return make('div', 'side', make('h4', '', title), line, headers(part.headers), ...body(part.body));
}

function fillCase(element, one) {
  const exchange = make('div', 'exchange');
  if (one.detail) exchange.append(make('p', 'detail', one.detail));
  if (one.violations?.length) {
    const found = make('ul', 'violations', ...one.violations.map((text) => make('li', '', text)));
    exchange.append(make('div', '', make('h4', '', 'What Prism objected to'), found));
  }
  const sides = make('div', 'sides');
  if (one.request) {
    const line = make('p', 'line', make('b', '', one.request.method ?? ''), ' ', one.request.url ?? '');
    sides.append(side('Request', line, one.request));
  }
  if (one.answer) {
    sides.append(side('Answer', make('p', 'line', make('b', '', `${one.answer.status ?? ''}`)), one.answer));
  }
  exchange.append(sides.childElementCount ? sides : make('p', 'empty', 'Nothing was sent'));
  element.append(exchange);
}

function caseElement(one) {
  // What Prism itself cannot serve is nobody's failure.
  const passed = ['passed', 'unserved'].includes(one.outcome);
  const mark = make('span', 'mark');
  mark.ariaHidden = 'true';
  const status = one.answer?.status ? make('b', '', `${one.answer.status}`) : '';
  const result = make('span', 'result', KINDS[one.kind] ?? one.kind ?? '');
  if (status) result.append(' · ', status);
  if (one.exception) result.append(` ${status ? '→' : '·'} `, one.exception);
  const outcome = make('span', 'hidden', passed ? `${one.outcome}: ` : 'failed: ');
  const element = make('details', `case ${passed ? 'passed' : 'failed'}`);
  element.append(make('summary', '', mark, make('span', 'name', outcome, one.name ?? ''), result));
  element.addEventListener('toggle', () => {
    if (element.open && element.childElementCount === 1) fillCase(element, one);
  });
  return element;
}

function yesNo(label, yes) {
  return make('span', '', `${label} `, make('b', yes ? '' : 'no', yes ? 'yes' : 'no'));
}

function fillOperation({ element, summary, data }) {
  const inside = element.querySelector('.inside');
  if (inside.dataset.filled) return;
  inside.dataset.filled = 'yes';
  const link = make('a', '', 'Link to this operation');
  link.href = `#${summary.id}`;
  const about = make('p', 'about', make('span', '', 'Operation ', make('b', '', data.operationId ?? '')));
  about.append(make('span', '', 'Resource ', make('b', '', data.resource ?? '')));
  about.append(yesNo('Accepted', data.accepted), yesNo('Decoded', data.decoded), link);
  const cases = [...(data.cases ?? [])];
  cases.sort((a, b) => (a.outcome === 'passed') - (b.outcome === 'passed'));
  inside.append(about, ...cases.map(caseElement));
}
