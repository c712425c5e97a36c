const MOST_LINES = 300;

/** Makes an element; whatever is put in is text, never markup. */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== ''));
  return element;
}

// JSON, indented and coloured.

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/g;

/**
 * Breaks JSON into lines of [class, text] pieces. It works on the text of the tokens, since a
 * parsed number could lose digits. Returns null for what is not JSON.
 */
function jsonLines(text) {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const tokens = text.match(TOKEN) ?? [];
  const lines = [];
  let line = [];
  let depth = 0;
  const feed = () => {
    lines.push(line);
    line = [['', '  '.repeat(depth)]];
  };
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (token === '{' || token === '[') {
      line.push(['punctuation', token]);
      if (next !== '}' && next !== ']') {
        depth++;
        feed();
      }
    } else if (token === '}' || token === ']') {
      if (tokens[at - 1] !== '{' && tokens[at - 1] !== '[') {
        depth--;
        feed();
      }
      line.push(['punctuation', token]);
    } else if (token === ',') {
      line.push(['punctuation', token]);
      feed();
    } else if (token === ':') {
      line.push(['punctuation', ': ']);
    } else if (token[0] === '"') {
      line.push([next === ':' ? 'key' : 'string', token]);
    } else {
      line.push([/^[tfn]/.test(token) ? 'literal' : 'number-value', token]);
    }
  });
  lines.push(line);
  return lines;
}

function writeLines(pre, lines) {
  const fragment = document.createDocumentFragment();
  for (const line of lines) {
    const row = make('span', 'row');
    for (const [className, text] of line) {
      row.append(className ? make('span', className, text) : text);
    }
    // A line too long for the page goes on below its own beginning.
    const indent = Math.min(row.textContent.search(/\S|$/) + 2, 16);
    row.style.paddingInlineStart = `${indent}ch`;
    row.style.textIndent = `-${indent}ch`;
    fragment.append(row);
  }
  pre.append(fragment);
}

function body(content) {
  const text = typeof content === 'string' ? content : JSON.stringify(content ?? '');
  if (text === '' || text === '""') return [make('p', 'empty', 'No body')];
  const lines = jsonLines(text) ?? text.split('\n').map((line) => [['', line]]);
  const pre = make('pre', '');
  if (lines.length <= MOST_LINES * 1.2) {
    writeLines(pre, lines);
    return [pre];
  }
  writeLines(pre, lines.slice(0, MOST_LINES));
  const more = make('button', '', `Show all ${lines.length.toLocaleString('en')} lines`);
  more.type = 'button';
  more.addEventListener('click', () => {
    pre.tabIndex = -1;
    writeLines(pre, lines.slice(MOST_LINES));
    more.remove();
    pre.focus({ preventScroll: true });
  });
  return [pre, more];
}
