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

  it('are the only sentences of the pages', () => {
    const sentences = pages
      .filter(({ path }) => /^src\/(?:popup|options|ui)\//.test(path))
      .flatMap(literalsIn);
    expect(sentences).toEqual([]);
  });

  it('would be missed in any of these places', () => {
    const inMarkup = [
      '<p>Try later</p>',
      '<p title="Later" />',
      "<p>{'later'}</p>",
      '<p aria-label={`Move ${name}`} />',
    ];
    for (const text of inMarkup) expect(sentencesIn({ path: 'a.tsx', text: `x = ${text}` })).toHaveLength(1);
    for (const text of ["'Try later'", '`Try ${name} later`']) {
      expect(literalsIn({ path: 'a.ts', text: `x = ${text}` })).toHaveLength(1);
    }
  });
});

interface Source {
  readonly path: string;
  readonly text: string;
}

const READ_ATTRIBUTES = /^(?:aria-label|title|placeholder|alt)$/;

/** Text with letters in it that stands in markup or in an attribute that people read. */
function sentencesIn(source: Source): string[] {
  return textsIn(source, (node) => {
    if (ts.isJsxText(node)) return true;
    const { parent } = node;
    if (ts.isJsxAttribute(parent)) return READ_ATTRIBUTES.test(parent.name.getText());
    if (!ts.isJsxExpression(parent)) return false;
    return !ts.isJsxAttribute(parent.parent) || READ_ATTRIBUTES.test(parent.parent.name.getText());
  }).filter((text) => /\p{L}/u.test(text));
}

/** Text that begins as a sentence does, but for what only developers read. */
function literalsIn(source: Source): string[] {
  return textsIn(source, ({ parent }) => !ts.isNewExpression(parent)).filter((text) =>
    /^\p{Lu}\p{Ll}*\s/u.test(text),
  );
}

function textsIn({ path, text }: Source, counts: (node: ts.Node) => boolean): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText = ts.isJsxText(node) || ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (isText && counts(node)) found.push((ts.isTemplateExpression(node) ? node.head : node).text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
