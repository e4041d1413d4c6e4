import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One file of the product. */
export interface SourceFile {
  /** From the top of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
  /** What it imports of its own: paths as above, without ending; also types, and what it loads later. */
  readonly imports: readonly string[];
  /** The packages that it imports. */
  readonly packages: readonly string[];
}

/** Every file below `src` with one of the endings. */
export function sourceFiles(...endings: readonly string[]): SourceFile[] {
  return readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => readSource(path.posix.join(entry.parentPath.replaceAll(path.sep, '/'), entry.name)));
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const isOwn = (specifier: string) => specifier.startsWith('.');
  return {
    path: file,
    text,
    imports: specifiers
      .filter(isOwn)
      .map((specifier) => path.posix.join(path.posix.dirname(file), specifier)),
    packages: specifiers.filter((specifier) => !isOwn(specifier)),
  };
}
