import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import manifest from '../../manifest.json' with { type: 'json' };
import messages from '../../src/static/_locales/en/messages.json' with { type: 'json' };
import { sourceFiles } from './source-files';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const words: Readonly<Record<string, Message>> = messages;
const pages = sourceFiles('.ts', '.tsx');
const said = pages.map(({ text }) => text).join('\n') + JSON.stringify(manifest);

describe('the words', () => {
  it('are all used', () => {
    const unused = Object.keys(words).filter((key) => {
      const base = key.replace(/_(?:one|other)$/, '');
      return !said.includes(`'${key}'`) && !said.includes(`'${base}'`) && !said.includes(`__MSG_${key}__`);
    });
    expect(unused).toEqual([]);
  });

  it('have a place for every value and a value for every place', () => {
    const wrong = Object.entries(words).filter(([, { message, placeholders = {} }]) => {
      const places = [...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase());
      return places.toSorted().join() !== Object.keys(placeholders).sort().join();
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('are the only sentences in the markup', () => {
    const sentences = pages.filter(({ path }) => path.endsWith('.tsx')).flatMap(sentencesIn);
    expect(sentences).toEqual([]);
  });
});

/** Text with letters in it that stands in markup or in an attribute that people read. */
function sentencesIn({ path, text }: { path: string; text: string }): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(`${path}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      const name = node.name.getText();
      if (/^(?:aria-label|title|placeholder|alt)$/.test(name) && node.initializer.text !== '') {
        found.push(`${path}: ${node.initializer.text}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
