/** No name and no tag is nearly as long: a longer text is not searched for, and not kept. */
export const LONGEST_QUERY = 100;
