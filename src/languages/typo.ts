/**
 * Whether the text at the offset goes on like the query once one letter of it is mended: a wrong, an extra or a missing
 * letter, or two neighbours swapped (Damerau-Levenshtein distance 1 or less). Its time grows with the query only.
 */
export function continuesNearly(text: string, offset: number, query: string): boolean {
  let same = 0;
  while (same < query.length && text[offset + same] === query[same]) same += 1;
  const at = offset + same;
  return (
    continuesWith(text, at + 1, query, same + 1) ||
    continuesWith(text, at, query, same + 1) ||
    continuesWith(text, at + 1, query, same) ||
    (query[same] === text[at + 1] &&
      query[same + 1] === text[at] &&
      continuesWith(text, at + 2, query, same + 2))
  );
}

function continuesWith(text: string, offset: number, query: string, from: number): boolean {
  let index = from;
  while (index < query.length && text[offset + index - from] === query[index]) index += 1;
  return index >= query.length;
}
