import {describe, expect, it} from 'vitest';
import {cut, linesWith, selectRegion, selectSymbol} from '../select';

const GO = `package main

// Server answers.
type Server struct {
	name string
}

const page = \`
func Fake() {
}
\`

// Close ends it. The backquote in this comment \` opens nothing.
func (s *Server) Close() error {
	if s == nil {
		return nil
	}
	return nil
}

func main() { run() }

func run[T any](
	v T,
) {
	// region: empty

	// endregion: empty
	// region: body
	print(v)
	// endregion: body
}
`;

const symbol = (name: string) => cut(GO, selectSymbol(GO, name));

describe('selectSymbol', () => {
  it('takes a type, a method and a function with their doc comments', () => {
    expect(symbol('Server')).toBe('// Server answers.\ntype Server struct {\n\tname string\n}\n');
    expect(symbol('Server.Close')).toMatch(/^\/\/ Close ends it[^]*return nil\n}\n$/);
    expect(symbol('main')).toBe('func main() { run() }\n');
    expect(symbol('run')).toMatch(/^func run\[T any\]\(\n[^]*\n}\n$/);
  });

  it('is not misled by what looks like a declaration inside a string', () => {
    expect(() => symbol('Fake')).toThrowErrorMatchingInlineSnapshot(
      `[SelectionError: there is no declaration "Fake"; did you mean "page"? known: Server, Server.Close, main, page, run]`,
    );
    expect(symbol('page')).toContain('const page');
  });
});

describe('selectRegion', () => {
  it('takes the lines between the marks, without them', () => {
    expect(cut(GO, selectRegion(GO, 'body'))).toBe('\tprint(v)\n');
  });

  it.each([
    ['a name nobody gave', GO, 'bdy'],
    ['an empty region', GO, 'empty'],
    ['a region that is not closed', '# region: a\nx\n', 'a'],
    ['a region that is there twice', '# region: a\nx\n# endregion: a\n# region: a\n# endregion: a\n', 'a'],
  ])('refuses %s', (_, text, name) => {
    expect(() => selectRegion(text, name)).toThrowErrorMatchingSnapshot();
  });
});

describe('cut', () => {
  it('gives every byte back, with and without a final newline', () => {
    for (const text of ['a\nb\n', 'a\nb', '\n', 'a']) {
      expect(cut(text, {from: 1, to: text.split('\n').length})).toBe(text);
    }
    expect(cut('a\nb\nc\n', {from: 1, to: 2})).toBe('a\nb\n');
  });
});

describe('linesWith', () => {
  it('finds lines by their text, within the range alone', () => {
    expect(linesWith(GO, {from: 1, to: 6}, 'name')).toEqual([5]);
    expect(() => linesWith(GO, {from: 1, to: 2}, 'name')).toThrowErrorMatchingInlineSnapshot(
      `[SelectionError: no line of the selection contains "name"]`,
    );
  });
});
