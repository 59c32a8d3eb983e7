"""How the words of some cells must be written, for `Reads`: each function returns the words, or raises ValueError in words."""


def lower(words: str) -> str:
    """Words that are looked up in small letters."""
    if words != words.strip().lower():
        raise ValueError(f"not in small letters, or with a space before or behind: {words!r}")
    return words


def one_word(words: str) -> str:
    """A lemma that is looked up as one word."""
    if " " in lower(words):
        raise ValueError(f"more than one word: {words!r}; a verb's particle has its own column")
    return words


def marked(example: str) -> str:
    """An example that shows in brackets what is read in it."""
    if example.count("[") != 1 or example.count("]") != 1:
        raise ValueError(f"the example has not one pair of [brackets] around what the row reads: {example!r}")
    return example
